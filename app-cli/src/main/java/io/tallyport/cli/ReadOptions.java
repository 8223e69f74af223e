package io.tallyport.cli;

import picocli.CommandLine.Option;

/** How much a sync reads. */
final class ReadOptions {

    @Option(
            names = "--full",
            description = "Read everything, even where it would do to read what changed since the last time.")
    private boolean full;

    boolean full() {
        return full;
    }
}
