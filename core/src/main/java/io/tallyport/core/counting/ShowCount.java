package io.tallyport.core.counting;

import io.tallyport.core.consignment.Consignment;
import io.tallyport.core.consignment.ConsignmentHeader;
import io.tallyport.core.consignment.steps.Made;
import io.tallyport.core.consignment.steps.Pause;
import io.tallyport.core.kernel.ConnectionId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Shows where a count stands; only reads. */
public final class ShowCount {

    private final CountDesk desk;

    public ShowCount(CountDesk desk) {
        this.desk = desk;
    }

    /**
     * Where it stands.
     *
     * @param live what is live under the reference at the outlets that were written to, with all lines
     * @param foreign the ids of those that were not made here
     * @param open writes without an answer, in words
     * @param writes how many were ever made for it
     */
    public record Standing(List<Consignment> live, List<String> foreign, List<String> open, long writes) {}

    /**
     * Looks.
     *
     * @throws io.tallyport.core.kernel.PortException.Rejected when nothing was ever made under that reference, or the platform has no
     *     counts
     * @throws IllegalArgumentException when there is no such connection
     */
    public Standing show(ConnectionId connection, CountReference reference) {
        try (RemoteCounts remote = RemoteCounts.open(desk.connectors(), connection)) {
            CountWork work = new CountWork(desk, remote, connection, reference, "show");
            if (work.writes().all().findAny().isEmpty()) {
                throw CountErrors.rejected(
                        "show count",
                        CountErrors.NOT_THERE,
                        "no count " + reference + " was ever made at connection \"" + connection + "\"");
            }
            OwnCounts there = work.own(Optional.empty());
            return new Standing(
                    Stream.concat(there.ours().stream(), there.foreign().stream())
                            .flatMap(header -> remote.source().read(header.id()).stream())
                            .toList(),
                    there.foreign().stream()
                            .map(ConsignmentHeader::id)
                            .map(id -> id.value())
                            .toList(),
                    work.writes()
                            .all()
                            .filter(Made::isOpen)
                            .map(made -> made.step().operation() + " of "
                                    + made.intent().recordedAt())
                            .toList(),
                    work.writes().all().count());
        } catch (Pause pause) {
            throw CountErrors.rejected("show count", pause.code().orElse(CountErrors.CANNOT), pause.reason());
        }
    }
}
