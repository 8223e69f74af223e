package io.tallyport.cli;

import io.tallyport.core.history.RunState;

/** What a command answers to the program that started it. */
final class ExitCode {

    static final int OK = 0;
    static final int FAILURE = 1;
    static final int USAGE = 2;
    /** Some of it was done; the rest waits for a person. */
    static final int PARTIAL = 3;

    /** A worker has used more memory than it may, has finished what it had, and wants to be started anew. */
    static final int MEMORY = 75;

    private ExitCode() {}

    static int of(RunState state) {
        return switch (state) {
            case COMPLETED -> OK;
            case PARTIAL -> PARTIAL;
            case RUNNING, FAILED -> FAILURE;
        };
    }

    /** The worse of two: a failure before anything partial, that before success. */
    static int worse(int one, int other) {
        return rank(one) >= rank(other) ? one : other;
    }

    private static int rank(int code) {
        return switch (code) {
            case OK -> 0;
            case PARTIAL -> 1;
            case USAGE -> 2;
            default -> 3;
        };
    }
}
