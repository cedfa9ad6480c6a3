package org.trm.query.rebuild;

import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes the answer to what is taken note of at once and done by the node that builds. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@ApiResponse(
        responseCode = "202",
        description =
                "Begun, or made known to the node that builds, which heeds it within a second; see Location for its"
                        + " progress",
        headers =
                @Header(
                        name = "Location",
                        description = "Where its progress is to be read",
                        schema = @Schema(type = "string", format = "uri-reference")))
@interface UnderWay {}
