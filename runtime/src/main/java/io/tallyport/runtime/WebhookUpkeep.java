package io.tallyport.runtime;

import io.tallyport.core.job.JobType;
import io.tallyport.core.job.NewJob;
import io.tallyport.core.job.Nothing;
import io.tallyport.core.job.Schedule;
import io.tallyport.core.job.ScheduleDesk;
import io.tallyport.core.webhook.PruneWebhooks;
import io.tallyport.core.webhook.RunRepair;
import io.tallyport.runtime.queue.JsonJobCodec;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/** Schedules what an installation that takes webhooks has to do from time to time; a person may pause or replace it. */
public final class WebhookUpkeep {

    private static final Map<String, Duration> TIMES =
            Map.of(PruneWebhooks.TYPE, Duration.ofHours(1), RunRepair.TYPE, Duration.ofMinutes(15));
    private static final String ACTOR = "webhooks";

    private final ScheduleDesk schedules;

    @Inject
    WebhookUpkeep(ScheduleDesk schedules) {
        this.schedules = schedules;
    }

    /** Adds the schedules that are missing. */
    public void schedule() {
        TIMES.forEach((type, every) -> {
            if (schedules.find(type).isEmpty()) {
                schedules.put(schedule(type, every), ACTOR);
            }
        });
    }

    private static Schedule schedule(String type, Duration every) {
        NewJob job = NewJob.of(JobType.of(type, 1, JsonJobCodec.of(Nothing.class, 1)), new Nothing());
        return new Schedule(
                type, Optional.empty(), Optional.of(every), ZoneOffset.UTC, Schedule.CatchUp.ONCE, job, false);
    }
}
