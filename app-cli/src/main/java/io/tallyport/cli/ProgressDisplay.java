package io.tallyport.cli;

import io.tallyport.core.kernel.Progress;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.OptionalLong;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A progress bar for each step of a long work, or nothing where nobody watches. */
final class ProgressDisplay implements Progress, AutoCloseable {

    private static final int WIDTH = 78;
    private static final int REFRESH_MILLIS = 200;

    private final Optional<PrintWriter> err;
    private String step = "";
    private @Nullable ProgressBar bar;

    ProgressDisplay(PrintWriter err) {
        this.err = Optional.of(err);
    }

    private ProgressDisplay() {
        this.err = Optional.empty();
    }

    static ProgressDisplay silent() {
        return new ProgressDisplay();
    }

    @Override
    public void at(String newStep, long done, OptionalLong total) {
        if (err.isEmpty()) {
            return;
        }
        if (bar == null || !newStep.equals(step)) {
            close();
            step = newStep;
            bar = bar(err.get(), newStep);
        }
        total.ifPresent(bar::maxHint);
        bar.stepTo(done);
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
            err.ifPresent(writer -> {
                writer.print("\r" + " ".repeat(WIDTH) + "\r");
                writer.flush();
            });
        }
    }

    private static ProgressBar bar(PrintWriter err, String step) {
        return new ProgressBarBuilder()
                .setTaskName(step)
                .setInitialMax(-1)
                .setUpdateIntervalMillis(REFRESH_MILLIS)
                .setStyle(ProgressBarStyle.ASCII)
                .setConsumer(new DelegatingProgressBarConsumer(
                        line -> {
                            err.print("\r" + line);
                            err.flush();
                        },
                        WIDTH))
                .build();
    }
}
