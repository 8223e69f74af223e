package io.tallyport.sandbox.xseries;

/** A request that the API answers with an error status and {@code {"error": "..."}}. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    Refusal(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    static Refusal badRequest(String message) {
        return new Refusal(400, message);
    }

    static Refusal unprocessable(String message) {
        return new Refusal(422, message);
    }

    static Refusal notFound(String what) {
        return new Refusal(404, what + " not found");
    }

    static Refusal wrongMethod() {
        return new Refusal(405, "method not allowed");
    }

    int status() {
        return status;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
