package io.tallyport.sandbox.http;

import java.io.IOException;

/** Bytes that are no HTTP/1.1 request. */
final class MalformedRequest extends IOException {

    MalformedRequest(String message) {
        super(message);
    }
}
