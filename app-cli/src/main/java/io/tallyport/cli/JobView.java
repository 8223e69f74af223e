package io.tallyport.cli;

import io.tallyport.core.job.Job;
import io.tallyport.core.job.JobGroup;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A job as it is shown. */
record JobView(
        long id,
        String type,
        String state,
        String priority,
        int attempts,
        int maxAttempts,
        String enqueued,
        String available,
        @Nullable String started,
        @Nullable String ended,
        @Nullable String worker,
        @Nullable String identity,
        @Nullable String group,
        List<String> tags,
        @Nullable String reason,
        @Nullable String message,
        @Nullable String progress,
        @Nullable String output,
        boolean cancelRequested,
        boolean acknowledged) {

    static JobView of(Job job) {
        return new JobView(
                job.id().value(),
                job.type(),
                job.state().name(),
                Choices.word(job.priority()),
                job.attempts(),
                job.maxAttempts(),
                Times.shown(job.enqueuedAt()),
                Times.shown(job.availableAt()),
                Times.shown(job.startedAt()),
                Times.shown(job.endedAt()),
                job.worker().map(Objects::toString).orElse(null),
                job.identity().orElse(null),
                job.group().map(JobGroup::name).orElse(null),
                job.tags().stream().sorted().toList(),
                filled(job.reason()),
                filled(job.message()),
                progress(job.progress()),
                job.output().orElse(null),
                job.cancelRequested(),
                job.acknowledged());
    }

    private static @Nullable String filled(String text) {
        return text.isEmpty() ? null : text;
    }

    private static @Nullable String progress(Job.Progress progress) {
        if (progress.equals(Job.Progress.NONE)) {
            return null;
        }
        String count = progress.total() > 0 ? progress.done() + " of " + progress.total() : "" + progress.done();
        return progress.message().isEmpty() ? count : progress.message() + ": " + count;
    }

    String tries() {
        return attempts + " of " + maxAttempts;
    }

    /** What there is to say in one line. */
    String says() {
        if (state.equals("PROCESSING")) {
            return Objects.requireNonNullElse(progress, "");
        }
        return Objects.requireNonNullElse(message, Objects.requireNonNullElse(output, ""));
    }

    static void print(Screen screen, List<JobView> views) {
        Table table = Table.of(">ID", "TYPE", "STATE", "PRIORITY", "TRIES", "DUE", "ENDED", "SAYS");
        views.forEach(view -> table.row(
                view.id(),
                view.type(),
                view.state(),
                view.priority(),
                view.tries(),
                view.available(),
                Objects.requireNonNullElse(view.ended(), "-"),
                view.says()));
        screen.table(table);
    }
}
