package io.tallyport.sandbox.http;

import java.util.Map;

/** One answer of a stand-in: status, headers beside the content type, and a UTF-8 body. */
public record SandboxResponse(int status, Map<String, String> headers, String contentType, String body) {

    /** A JSON answer. */
    public static SandboxResponse json(int status, Map<String, String> headers, String body) {
        return new SandboxResponse(status, headers, "application/json; charset=utf-8", body);
    }
}
