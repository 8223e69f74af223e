package io.tallyport.core.job;

/**
 * How a worker ended and what it did.
 *
 * @param end why it ended
 * @param completed jobs that are done
 * @param notCompleted tries that ended otherwise, but for those handed back
 * @param handedBack jobs that wait again since the worker stopped
 * @param lost tries whose result did not count, since the job had been taken back
 * @param leftRunning handlers that did not stop in time; their jobs are taken back when the lease ends
 */
public record WorkerReport(End end, long completed, long notCompleted, long handedBack, long lost, int leftRunning) {

    /** Why a worker ended. */
    public enum End {
        /** It was asked to. */
        STOPPED,
        /** There was nothing left to do, and it was to end then. */
        IDLE,
        /** It used more memory than it may, or a thread of it got none; its supervisor starts it anew. */
        MEMORY
    }
}
