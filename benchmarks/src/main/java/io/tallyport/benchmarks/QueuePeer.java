package io.tallyport.benchmarks;

import java.util.function.LongConsumer;

/** A job queue in a schema of its own whose jobs carry one number. Once set up, several processes may open it. */
interface QueuePeer extends AutoCloseable {

    /** How many jobs a process works on at once, whoever's queue it is. */
    int THREADS = 16;

    /** How many connections each has, so that none waits for one. */
    int CONNECTIONS = 28;

    /** How many jobs {@link #enqueueMany} adds. */
    int BATCH = 100;

    /** How often a worker without work looks. */
    enum Poll {
        USUAL,
        /** Each 10 ms, where the queue can be told so for a start. */
        QUICK
    }

    /** A worker that runs. */
    interface Running {
        /** Ends it in good order. */
        void stop();
    }

    String name();

    /** Makes its tables anew. */
    void setUp();

    /** Adds one job in a transaction of its own. */
    void enqueueOne(long number);

    /** Adds {@link #BATCH} jobs in one call, numbered from {@code first} on. */
    void enqueueMany(long first);

    /** Works in this process, with {@link #THREADS} threads, and hands each job's number to {@code onJob}. */
    Running start(LongConsumer onJob, Poll poll);

    /** How many jobs that are due have not been completed. */
    long left();

    /** Forgets all jobs, also those completed. */
    void clear();

    @Override
    void close();
}
