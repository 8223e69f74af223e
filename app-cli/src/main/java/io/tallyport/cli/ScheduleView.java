package io.tallyport.cli;

import io.tallyport.core.job.Schedule;
import io.tallyport.core.job.Schedules;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A schedule as it is shown. */
record ScheduleView(
        String name,
        @Nullable String cron,
        @Nullable String every,
        String zone,
        String catchUp,
        String type,
        String payload,
        boolean paused,
        @Nullable String next,
        @Nullable String last) {

    static ScheduleView of(Schedules.Kept kept) {
        Schedule schedule = kept.schedule();
        return new ScheduleView(
                schedule.name(),
                schedule.cron().orElse(null),
                schedule.every().map(LifeSpan::format).orElse(null),
                schedule.zone().getId(),
                Choices.word(schedule.catchUp()),
                schedule.job().type(),
                schedule.job().payload(),
                schedule.paused(),
                schedule.paused() ? null : Times.shown(kept.next()),
                Times.shown(kept.last()));
    }

    private String times() {
        return cron == null ? "every " + every : cron + " " + zone;
    }

    static void print(Screen screen, List<ScheduleView> views) {
        Table table = Table.of("NAME", "WHEN", "NEXT", "LAST", "TYPE", "PAYLOAD");
        views.forEach(view -> table.row(
                view.name(),
                view.times(),
                view.paused() ? "paused" : Objects.requireNonNullElse(view.next(), "-"),
                Objects.requireNonNullElse(view.last(), "never"),
                view.type(),
                view.payload()));
        screen.table(table);
    }
}
