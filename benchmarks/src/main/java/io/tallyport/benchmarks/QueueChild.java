package io.tallyport.benchmarks;

/** A {@link QueueProcess} as seen from the one that measures. */
final class QueueChild implements AutoCloseable {

    private static final String MEMORY = "1g";

    private final Worker worker;

    private QueueChild(Worker worker) {
        this.worker = worker;
    }

    /** Starts it, and comes back when it is connected and does not work yet. */
    static QueueChild start(QueuePeer peer, QueueServer server) {
        QueueChild child = new QueueChild(Worker.start(QueueProcess.class, MEMORY));
        String where = String.join("\t", peer.name(), server.hostAndPort(), server.user(), server.password());
        try {
            child.ask(where);
        } catch (RuntimeException failure) {
            child.close();
            throw failure;
        }
        return child;
    }

    private String ask(String line) {
        worker.say(line);
        return worker.hear();
    }

    /** Lets it work; it keeps in mind up to twice that many runs. */
    void work(int jobs, QueuePeer.Poll poll) {
        ask("start " + jobs + " " + poll);
    }

    int count() {
        return Integer.parseInt(ask("count"));
    }

    /** Lets it stop, and adds what it has run. */
    void stop(Arrivals to) {
        to.addAll(ask("stop"));
    }

    @Override
    public void close() {
        worker.close();
    }
}
