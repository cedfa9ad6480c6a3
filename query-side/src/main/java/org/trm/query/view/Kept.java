package org.trm.query.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.json.JsonMapper;

/** A record as the JSON by which a view keeps it in one column; what is null is left out. */
public final class Kept {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new BareValues())
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private Kept() {}

    public static String json(Object value) {
        return JSON.writeValueAsString(value);
    }

    public static <T> T read(String json, Class<T> type) {
        return JSON.readValue(json, type);
    }
}
