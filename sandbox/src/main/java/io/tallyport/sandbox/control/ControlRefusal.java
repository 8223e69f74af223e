package io.tallyport.sandbox.control;

/** A control request that cannot be done. */
final class ControlRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    ControlRefusal(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    int status() {
        return status;
    }
}
