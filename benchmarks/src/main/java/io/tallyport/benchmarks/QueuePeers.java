package io.tallyport.benchmarks;

import java.util.List;

/** Which queues are measured. */
final class QueuePeers {

    static final List<String> ALL = List.of(TallyportPeer.NAME, DbSchedulerPeer.NAME, JobRunrPeer.NAME, BarePeer.NAME);

    private QueuePeers() {}

    /** The queue of that name as it stands on the server. */
    static QueuePeer open(String name, QueueServer server) {
        return switch (name) {
            case TallyportPeer.NAME -> new TallyportPeer(server);
            case DbSchedulerPeer.NAME -> new DbSchedulerPeer(server);
            case JobRunrPeer.NAME -> new JobRunrPeer(server);
            case BarePeer.NAME -> new BarePeer(server);
            default -> throw new IllegalArgumentException("there is no peer \"" + name + "\", only " + ALL);
        };
    }

    /** Whether it is one of those that Tallyport is compared with. */
    static boolean isRival(String name) {
        return name.equals(DbSchedulerPeer.NAME) || name.equals(JobRunrPeer.NAME);
    }
}
