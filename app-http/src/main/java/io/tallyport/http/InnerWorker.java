package io.tallyport.http;

import io.tallyport.core.job.JobWorker;
import io.tallyport.runtime.QueueStaff;
import io.tallyport.runtime.Tallyport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A worker that runs beside the HTTP app in its process. */
final class InnerWorker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(InnerWorker.class);

    private final JobWorker worker;
    private final Thread thread;

    private InnerWorker(JobWorker worker) {
        this.worker = worker;
        this.thread = new Thread(() -> LOG.info("the worker has ended: {}", worker.run()), "worker");
    }

    static InnerWorker start(Tallyport tallyport) {
        QueueStaff.Hired hired = tallyport.queue().staff().hire(QueueStaff.Contract.of(Version.text()));
        InnerWorker inner = new InnerWorker(hired.worker());
        inner.thread.start();
        return inner;
    }

    /** Returns when it has finished or handed back what it ran. */
    @Override
    public void close() {
        worker.stop();
        try {
            thread.join();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
