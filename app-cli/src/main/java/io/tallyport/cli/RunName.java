package io.tallyport.cli;

import io.tallyport.core.history.Run;
import io.tallyport.core.history.RunId;
import io.tallyport.core.history.RunStore;
import java.util.List;

/** Runs as people name them: by id, or by the beginning of it. */
final class RunName {

    private static final int RECENT = 500;

    private RunName() {}

    /**
     * The run that is meant.
     *
     * @throws IllegalArgumentException when there is none, or several begin so
     */
    static Run find(RunStore runs, String id) {
        return runs.find(new RunId(id)).orElseGet(() -> {
            List<Run> found = runs.recent(RECENT).stream()
                    .filter(run -> run.id().value().startsWith(id))
                    .toList();
            if (found.size() == 1) {
                return found.get(0);
            }
            throw new IllegalArgumentException(
                    (found.isEmpty() ? "there is no run \"" : "several runs begin with \"") + id + "\"");
        });
    }
}
