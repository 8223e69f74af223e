package io.tallyport.cli;

import io.tallyport.sandbox.Sandbox;
import io.tallyport.sandbox.SandboxSettings;
import java.io.UncheckedIOException;

/** Starts sandboxes, with their complaints turned into misuse and failure. */
final class SandboxStart {

    private SandboxStart() {}

    /**
     * Starts a sandbox.
     *
     * @throws IllegalArgumentException when the fault script is wrong or cannot be read, or the port is taken
     */
    static Sandbox start(SandboxSettings settings) {
        try {
            return Sandbox.start(settings);
        } catch (UncheckedIOException failed) {
            throw new IllegalArgumentException(
                    "the sandbox cannot start: " + failed.getMessage() + " (" + failed.getCause() + ")", failed);
        }
    }
}
