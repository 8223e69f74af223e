package io.tallyport.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which suggestions are shown, and how many. */
final class SuggestOptions {

    private static final int DEFAULT_LIMIT = 20;

    @Option(
            names = "--candidates",
            paramLabel = "N",
            defaultValue = "3",
            description = "How many candidates for each item at most; ${DEFAULT-VALUE} unless given.")
    private int candidates;

    @Option(names = "--certain", description = "Only those that are certain.")
    private boolean certain;

    @Option(names = "--limit", paramLabel = "N", description = "How many items at most; 20 unless given, 0 for all.")
    private @Nullable Integer limit;

    int candidates() {
        return Math.max(1, candidates);
    }

    boolean onlyCertain() {
        return certain;
    }

    int limit(boolean json) {
        if (limit != null) {
            return Math.max(0, limit);
        }
        return json ? 0 : DEFAULT_LIMIT;
    }
}
