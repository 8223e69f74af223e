package io.tallyport.cli;

/**
 * An error as it is shown.
 *
 * @param code to look up
 * @param message what went wrong
 * @param action what to do about it; may be empty
 * @param exit the exit code it leads to
 */
record Failure(String code, String message, String action, int exit) {

    static Failure usage(String message, String action) {
        return new Failure("USAGE", message, action, ExitCode.USAGE);
    }

    /** For a person, in one line. */
    String line() {
        return action.isEmpty() ? message : message + "\n  " + action;
    }
}
