package io.tallyport.cli;

import io.tallyport.core.catalog.mapping.Mismatch;
import io.tallyport.core.catalog.mapping.MismatchKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which findings are shown, and how many. */
final class MismatchOptions {

    private static final int DEFAULT_LIMIT = 20;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            completionCandidates = Kinds.class,
            description = "Only findings of this kind, once for each: ${COMPLETION-CANDIDATES}.")
    private List<MismatchKind> kinds = new ArrayList<>();

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "How many of each kind at most; 20 unless given, 0 for all.")
    private @Nullable Integer limit;

    /** For the shell's completion. */
    static final class Kinds extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        Kinds() {
            super(Choices.words(MismatchKind.class));
        }
    }

    boolean wants(Mismatch finding) {
        return kinds.isEmpty() || kinds.contains(finding.kind());
    }

    int limit() {
        return limit == null ? DEFAULT_LIMIT : Math.max(0, limit);
    }
}
