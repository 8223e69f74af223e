package io.tallyport.sandbox.xseries;

import com.fasterxml.jackson.databind.JsonNode;
import io.tallyport.sandbox.http.Json;
import java.util.Optional;

/** A status and what comes with it; empty for no body at all. */
record Reply(int status, Optional<JsonNode> body) {

    static Reply ok(JsonNode body) {
        return new Reply(200, Optional.of(body));
    }

    static Reply created(JsonNode body) {
        return new Reply(201, Optional.of(body));
    }

    static Reply empty(int status) {
        return new Reply(status, Optional.empty());
    }

    String text() {
        return body.map(Json::write).orElse("");
    }
}
