package io.tallyport.core.counting;

import io.tallyport.core.consignment.ConsignmentHeader;
import io.tallyport.core.consignment.ConsignmentState;
import io.tallyport.core.consignment.steps.Pause;
import io.tallyport.core.kernel.ConnectionId;
import java.util.List;
import java.util.Optional;

/** Calls a count off at the platform; no stock changes. Its reference is free then. */
public final class CancelCount {

    private static final int MOST = 8;

    private final CountDesk desk;

    public CancelCount(CountDesk desk) {
        this.desk = desk;
    }

    /**
     * Calls off what was made here under the reference; what others made is left alone.
     *
     * @return CALLED_OFF, DONE where it is complete already, WAITING or HELD
     * @throws IllegalArgumentException when there is no such connection
     * @throws io.tallyport.core.kernel.PortException as of {@link StartCount#start}
     */
    public CountResult cancel(ConnectionId connection, CountReference reference, String actor) {
        try (RemoteCounts remote = RemoteCounts.open(desk.connectors(), connection)) {
            CountWork work = new CountWork(desk, remote, connection, reference, actor);
            for (int look = 0; look < MOST; look++) {
                work.settleOpen();
                List<ConsignmentHeader> ours = work.own(Optional.empty()).ours();
                Optional<ConsignmentHeader> complete = ours.stream()
                        .filter(header -> header.state() == ConsignmentState.COMPLETE)
                        .findFirst();
                if (complete.isPresent()) {
                    return CountResult.of(
                            CountResult.Ending.DONE,
                            complete.map(ConsignmentHeader::id),
                            "consignment " + complete.get().id() + " is complete and cannot be called off any more");
                }
                if (ours.isEmpty()) {
                    return CountResult.of(
                            CountResult.Ending.CALLED_OFF,
                            Optional.empty(),
                            "nothing of count " + reference + " is live at the platform");
                }
                work.cancel(ours.get(0).id());
            }
            throw Pause.held(CountErrors.NOT_THERE, "the platform still has a live count " + reference);
        } catch (Pause pause) {
            return CountResult.of(pause);
        }
    }
}
