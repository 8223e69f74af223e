package io.tallyport.core.inventory;

import java.time.Duration;
import java.util.Optional;

/**
 * How long what is past is kept.
 *
 * @param apiLog remote calls
 * @param history everything else
 * @param undoWindow what a rollback needs is kept this long in any case
 */
public record Retention(Duration apiLog, Duration history, Duration undoWindow) {

    /** Two weeks, a year, thirty days. */
    public static final Retention DEFAULT =
            new Retention(Duration.ofDays(14), Duration.ofDays(365), Duration.ofDays(30));

    public Retention {
        if (apiLog.isNegative() || history.isNegative() || undoWindow.isNegative()) {
            throw new IllegalArgumentException("what is past is kept for a time that is not negative");
        }
    }

    /** How long {@code what} is kept, when everything older than {@code asked} shall go. */
    Duration of(Past what, Optional<Duration> asked) {
        Duration wanted = asked.orElse(what == Past.API_LOG ? apiLog : history);
        return what.isNeededForUndo() && wanted.compareTo(undoWindow) < 0 ? undoWindow : wanted;
    }
}
