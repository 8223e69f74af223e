package io.tallyport.cli;

import picocli.CommandLine.Option;

/** How an apply treats rows that moved. */
final class ApplyOptions {

    @Option(names = "--strict", description = "Leave every row alone that moved since the plan was read.")
    private boolean strict;

    boolean strict() {
        return strict;
    }
}
