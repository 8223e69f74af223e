package io.tallyport.persistence;

import io.tallyport.core.job.JobDesk;
import io.tallyport.core.job.JobFence;
import io.tallyport.core.job.JobHistory;
import io.tallyport.core.job.JobQueue;
import io.tallyport.core.job.JobQueueContract;
import io.tallyport.core.job.QueueUnderTest;
import io.tallyport.core.job.QueueUpkeep;
import io.tallyport.core.job.Schedules;
import io.tallyport.core.job.Workers;
import io.tallyport.core.kernel.SettableClock;
import org.junit.jupiter.api.BeforeEach;

/** The queue's kit on one database. */
abstract class QueueKit implements JobQueueContract {

    abstract TestDatabase db();

    @BeforeEach
    void start() {
        db().clock().set(START);
    }

    /** Fewer than in memory, where they take a tenth of the time. */
    @Override
    public int probes() {
        return Boolean.getBoolean("tallyport.thorough") ? 1_000 : 25;
    }

    @Override
    public QueueUnderTest subject() {
        return new Tables(db());
    }

    private record Tables(TestDatabase db) implements QueueUnderTest {

        @Override
        public JobQueue queue() {
            return db.stores().jobs().queue();
        }

        @Override
        public QueueUpkeep upkeep() {
            return db.stores().jobs().upkeep();
        }

        @Override
        public JobHistory history() {
            return db.stores().jobs().history();
        }

        @Override
        public JobDesk desk() {
            return db.stores().jobs().desk();
        }

        @Override
        public Workers workers() {
            return db.stores().jobs().workers();
        }

        @Override
        public Schedules schedules() {
            return db.stores().jobs().schedules();
        }

        @Override
        public JobFence fence() {
            return db.stores().jobs().fence();
        }

        @Override
        public SettableClock clock() {
            return db.clock();
        }

        /** The stores keep nothing, so another process's are like these. */
        @Override
        public QueueUnderTest another() {
            return new Tables(db);
        }
    }
}
