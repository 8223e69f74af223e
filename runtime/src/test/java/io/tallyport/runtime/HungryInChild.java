package io.tallyport.runtime;

import io.tallyport.core.job.JobHandler;
import io.tallyport.core.job.JobType;
import io.tallyport.core.job.Outcome;
import io.tallyport.core.job.RetrySchedule;
import io.tallyport.core.job.WorkerReport;
import io.tallyport.runtime.queue.JsonJobCodec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Runs a worker whose handler eats all the memory that its process has, and keeps it. */
final class HungryInChild {

    /** What the process ends with when its worker ended for want of memory. */
    static final int WANTS_MEMORY = 75;

    private static final int PORTION = 4 * 1024 * 1024;
    private static final List<byte[]> EATEN = new ArrayList<>();

    /** @param name what is eaten, for a person */
    record Meal(String name) {}

    static final JobType<Meal> MEALS = JobType.of("meal", 1, JsonJobCodec.of(Meal.class, 1))
            .withRetries(new RetrySchedule(3, List.of(Duration.ZERO)));

    private HungryInChild() {}

    private static JobHandler<Meal> eatingAll() {
        return (meal, context) -> {
            while (!context.shouldStop()) {
                EATEN.add(new byte[PORTION]);
            }
            return Outcome.done("never enough");
        };
    }

    public static void main(String[] args) {
        WorkerReport report;
        try (Tallyport tallyport = Tallyport.builder()
                .dataDirectory(Path.of(args[0]))
                .job(MEALS, eatingAll())
                .start()) {
            report = tallyport
                    .queue()
                    .staff()
                    .hire(QueueStaff.Contract.of("test"))
                    .worker()
                    .run();
        }
        System.exit(report.end() == WorkerReport.End.MEMORY ? WANTS_MEMORY : 0);
    }
}
