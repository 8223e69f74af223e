package io.tallyport.cli;

import io.tallyport.core.history.Run;
import io.tallyport.runtime.view.RunView;
import java.time.Duration;
import java.time.Instant;

/** Runs as commands show them. */
final class ShownRun {

    private ShownRun() {}

    static RunView of(Run run) {
        return RunView.of(run, run.state().name());
    }

    static String took(RunView run) {
        String ended = run.ended();
        return ended == null
                ? "-"
                : Duration.between(Instant.parse(run.started()), Instant.parse(ended))
                                .toSeconds() + "s";
    }
}
