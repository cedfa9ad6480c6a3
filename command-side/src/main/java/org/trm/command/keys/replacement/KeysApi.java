package org.trm.command.keys.replacement;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.trm.command.web.Body;
import org.trm.command.web.Nothing;
import org.trm.events.privacy.KeyReplacement;
import org.trm.events.types.Actor;
import org.trm.events.types.CountryCode;

/** What an operator asks of the keys. Asking again while it is under way changes nothing. */
@RestController
@RequestMapping("/api/admin/keys")
@Tag(name = "Keys")
final class KeysApi {
    /**
     * What is in use from now on.
     *
     * @param key by the name that the list of keys gives it
     */
    record InUse(String key) {}

    /** Says in the description how the answer ends. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @ApiResponse(
            responseCode = "202",
            description = "Under way; see Location for its progress",
            headers =
                    @Header(
                            name = "Location",
                            description = "Where its progress is to be read",
                            schema = @Schema(type = "string", format = "uri-reference")))
    @interface UnderWay {}

    private static final Logger LOG = LoggerFactory.getLogger(KeysApi.class);
    private static final URI PROGRESS = URI.create("/api/admin/keys");

    private final ReplacedCountryKeys countries;
    private final KeyReplacement replacement;
    private final KeyWatch watch;

    KeysApi(ReplacedCountryKeys countries, KeyReplacement replacement, KeyWatch watch) {
        this.countries = countries;
        this.replacement = replacement;
        this.watch = watch;
    }

    @Operation(
            operationId = "replaceCountryKey",
            summary = "Replace a country's key",
            description =
                    "By a system operator. The country has another key at once; what is wrapped to the one before is "
                            + "wrapped anew in the background, and then that one is destroyed. Nothing that was recorded changes.")
    @UnderWay
    @PostMapping("/countries/{country}/rotation")
    ResponseEntity<InUse> replaceCountryKey(@PathVariable CountryCode country, @Body Nothing body, Actor actor) {
        return underWay(actor, countries.begin(country).id());
    }

    @Operation(
            operationId = "replaceRootKey",
            summary = "Replace the root key",
            description =
                    "By a system operator. Every key is kept under another root key at the end, and the one before is "
                            + "destroyed: what was copied of the keys until then opens nothing without it.")
    @UnderWay
    @PostMapping("/root/rotation")
    ResponseEntity<InUse> replaceRootKey(@Body Nothing body, Actor actor) {
        replacement.beginReplacingRoot();
        return underWay(actor, "root-" + replacement.roots().last());
    }

    private ResponseEntity<InUse> underWay(Actor actor, String key) {
        LOG.info("{} asked to replace a key; {} is in use now.", actor.id(), key);
        watch.lookNow();
        return ResponseEntity.accepted()
                .location(PROGRESS)
                .cacheControl(CacheControl.noStore().cachePrivate())
                .body(new InUse(key));
    }
}
