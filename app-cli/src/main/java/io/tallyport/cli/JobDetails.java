package io.tallyport.cli;

import io.tallyport.core.job.Job;
import io.tallyport.core.job.JobErrors;
import io.tallyport.core.job.JobHistory;
import io.tallyport.core.job.JobId;
import io.tallyport.core.job.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A job with its payload and all that happened to it. */
record JobDetails(JobView job, int version, String payload, List<Step> history) {

    /** One transition. */
    record Step(
            String at,
            String state,
            String by,
            int attempt,
            @Nullable String reason,
            @Nullable String message) {

        static Step of(Transition step) {
            return new Step(
                    step.at().toString(),
                    step.to().name(),
                    step.by(),
                    step.attempt(),
                    step.reason().isEmpty() ? null : step.reason(),
                    step.message().isEmpty() ? null : step.message());
        }
    }

    /**
     * What is known of a job.
     *
     * @throws io.tallyport.core.kernel.PortException.Rejected when there is none
     */
    static JobDetails of(JobHistory history, JobId id) {
        Job job = require(history, id);
        List<Step> steps = history.transitions(id).stream().map(Step::of).toList();
        return new JobDetails(JobView.of(job), job.version(), job.payload(), steps);
    }

    static Job require(JobHistory history, JobId id) {
        return history.find(id)
                .orElseThrow(() -> JobErrors.rejected("find job", JobErrors.UNKNOWN_JOB, "there is no job " + id));
    }

    void print(Screen screen) {
        screen.title("Job " + job.id() + ": " + job.type() + ", " + job.state());
        screen.facts(facts());
        screen.title("Payload, version " + version);
        screen.line("  " + payload);
        screen.title("History");
        Table table = Table.of("AT", "STATE", "TRY", "BY", "REASON", "MESSAGE");
        history.forEach(step -> table.row(
                step.at(),
                step.state(),
                step.attempt(),
                step.by(),
                Objects.requireNonNullElse(step.reason(), "-"),
                Objects.requireNonNullElse(step.message(), "")));
        screen.table(table);
    }

    private List<Screen.Fact> facts() {
        List<Screen.Fact> facts = new ArrayList<>();
        facts.add(new Screen.Fact("priority", job.priority()));
        facts.add(new Screen.Fact("tries", job.tries()));
        facts.add(new Screen.Fact("enqueued", job.enqueued()));
        facts.add(new Screen.Fact("due", job.available()));
        add(facts, "started", job.started());
        add(facts, "ended", job.ended());
        add(facts, "worker", job.worker());
        add(facts, "identity", job.identity());
        add(facts, "group", job.group());
        add(facts, "tags", job.tags().isEmpty() ? null : String.join(", ", job.tags()));
        add(facts, "reason", job.reason());
        add(facts, "message", job.message());
        add(facts, "progress", job.progress());
        add(facts, "output", job.output());
        add(facts, "note", job.cancelRequested() ? "asked to stop" : job.acknowledged() ? "discarded" : null);
        return facts;
    }

    private static void add(List<Screen.Fact> facts, String name, @Nullable String value) {
        if (value != null) {
            facts.add(new Screen.Fact(name, value));
        }
    }
}
