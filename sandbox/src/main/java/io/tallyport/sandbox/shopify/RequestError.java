package io.tallyport.sandbox.shopify;

import java.util.Objects;

/** Fails one field of a request: it becomes an entry of the top-level {@code errors} beside partly null data. */
final class RequestError extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String code;

    RequestError(String code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    String code() {
        return code;
    }

    String text() {
        return Objects.requireNonNullElse(getMessage(), code);
    }
}
