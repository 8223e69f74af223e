package io.tallyport.cli;

import io.tallyport.core.job.Workers;

/** A worker as it is shown. */
record WorkerView(
        long id,
        String name,
        String host,
        String version,
        String started,
        String lastSeen,
        boolean alive,
        long held,
        int running,
        long memoryMegabytes) {

    private static final long MILLION = 1024L * 1024;

    static WorkerView of(Workers.Seen seen) {
        return new WorkerView(
                seen.id().value(),
                seen.info().name(),
                seen.info().host(),
                seen.info().version(),
                Times.shown(seen.startedAt()),
                Times.shown(seen.lastSeen()),
                seen.alive(),
                seen.held(),
                seen.running(),
                seen.memoryBytes() / MILLION);
    }
}
