package io.tallyport.core.job;

import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what became of tries, and tells how long they took. Thread-safe. */
final class Tally {

    private static final Logger LOG = LoggerFactory.getLogger(Tally.class);

    private final LongAdder completed = new LongAdder();
    private final LongAdder notCompleted = new LongAdder();
    private final LongAdder handedBack = new LongAdder();
    private final LongAdder lost = new LongAdder();
    private final LongConsumer times;

    /** @param times hears how long each try took, in nanoseconds */
    Tally(LongConsumer times) {
        this.times = times;
    }

    void count(Ended ended, boolean isLost) {
        Settlement settlement = ended.settlement();
        LOG.debug("job {}: {} {}", settlement.id(), settlement.ending(), settlement.code());
        if (isLost) {
            lost.increment();
            LOG.info("the result of job {} does not count, since the job had been taken back", settlement.id());
            return;
        }
        switch (settlement.ending()) {
            case COMPLETED -> completed.increment();
            case HANDED_BACK -> handedBack.increment();
            default -> notCompleted.increment();
        }
        if (settlement.ending() != Settlement.Ending.HANDED_BACK) {
            times.accept(ended.nanos());
        }
    }

    WorkerReport report(WorkerReport.End end, int leftRunning) {
        return new WorkerReport(end, completed.sum(), notCompleted.sum(), handedBack.sum(), lost.sum(), leftRunning);
    }
}
