package io.tallyport.core.job;

import io.tallyport.core.kernel.PortException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Takes jobs for the crew: at once when there are some, less and less often when there are none. */
final class Claimer {

    private static final Duration QUICK = Duration.ofMillis(10);
    private static final Duration NO_ROOM = Duration.ofMillis(100);
    private static final long PROMOTE = Duration.ofMillis(500).toNanos();
    private static final int PROMOTED = 1_000;

    private final JobPorts ports;
    private final Set<String> types;
    private final Duration idlePoll;
    private final boolean untilIdle;
    private final Lives lives;
    private final Crew crew;
    private final Alarm alarm;
    private final Outage outage;
    private boolean busy;
    private int failures;
    private long promotedAt;
    private Duration pause = QUICK;

    Claimer(
            JobPorts ports,
            Set<String> types,
            Duration idlePoll,
            Lives lives,
            Crew crew,
            Alarm alarm,
            Outage outage,
            boolean untilIdle) {
        this.ports = ports;
        this.types = types;
        this.idlePoll = idlePoll;
        this.lives = lives;
        this.crew = crew;
        this.alarm = alarm;
        this.outage = outage;
        this.untilIdle = untilIdle;
        this.promotedAt = System.nanoTime() - PROMOTE;
    }

    /** Claims until {@code ends}; when it is to end with the work, also until nothing is due and all is settled. */
    void run(BooleanSupplier ends) {
        boolean done = false;
        while (!done && !ends.getAsBoolean()) {
            try {
                done = turn() && untilIdle;
                outage.over();
                failures = 0;
            } catch (RuntimeException | Error failure) {
                outage.failed("claiming jobs", failure);
                busy = false;
                alarm.await(Outage.backOff(failures++));
            }
        }
    }

    /** Whether there was nothing to do any more, here and in the queue. */
    private boolean turn() {
        Life life = lives.current();
        int room = crew.room();
        if (room == 0) {
            busy |= alarm.await(NO_ROOM);
            return false;
        }
        // Asked before the queue is, since what is settled in between may let others go.
        boolean settled = crew.isIdle() && lives.open() == 0;
        boolean due = busy || ports.upkeep().isAnythingDue(types);
        boolean moved = due && claim(life, room);
        if (moved) {
            pause = QUICK;
        } else if (!settled || due || !untilIdle) {
            // Who is woken claims at once: to ask first whether something is due costs as much.
            busy = alarm.await(nextPause());
            // What woke it may be a transaction that commits in a moment.
            pause = busy ? QUICK : pause;
        }
        return settled && !due;
    }

    private Duration nextPause() {
        Duration now = pause.compareTo(idlePoll) < 0 ? pause : idlePoll;
        pause = now.multipliedBy(2);
        return now;
    }

    /** Whether there was anything to claim or to promote. */
    private boolean claim(Life life, int room) {
        List<ClaimedJob> claimed = ask(life, room);
        life.claimed(claimed.size());
        crew.take(claimed.stream()
                .map(job -> new HeldJob(job, life, ports.fence(), crew::isStopping))
                .toList());
        long now = System.nanoTime();
        int promoted = 0;
        // While there are others to claim, what becomes due is let in only now and then.
        if (claimed.isEmpty() || now - promotedAt >= PROMOTE) {
            promotedAt = now;
            promoted = ports.upkeep().promote(PROMOTED);
        }
        busy = promoted > 0 || claimed.size() >= room;
        return promoted > 0 || !claimed.isEmpty();
    }

    private List<ClaimedJob> ask(Life life, int room) {
        boolean answered = false;
        try {
            List<ClaimedJob> claimed = ports.queue().claim(life.id, types, room);
            answered = true;
            return claimed;
        } catch (PortException.Transient nothingHappened) {
            answered = true;
            throw nothingHappened;
        } finally {
            if (!answered) {
                life.abandon();
            }
        }
    }
}
