package io.tallyport.core.counting;

import io.tallyport.core.consignment.Consignment;
import io.tallyport.core.consignment.ConsignmentHeader;
import io.tallyport.core.consignment.steps.Named;
import io.tallyport.core.consignment.steps.Pause;
import java.util.List;
import java.util.Optional;

/** Says what a count would do, line by line; only reads. */
public final class PlanCount {

    private final CountDesk desk;

    public PlanCount(CountDesk desk) {
        this.desk = desk;
    }

    /**
     * Plans, and compares with the count of that reference where it was started.
     *
     * @return with a hold where nothing would be sent
     * @throws IllegalArgumentException when there is no such connection
     * @throws io.tallyport.core.kernel.PortException when the platform cannot be read
     */
    public CountPlan plan(StockCount count) {
        return plan(count, true);
    }

    /** Plans one that was not started; its reference means nothing. */
    public CountPlan planNew(StockCount count) {
        return plan(count, false);
    }

    private CountPlan plan(StockCount count, boolean started) {
        try (RemoteCounts remote = RemoteCounts.open(desk.connectors(), count.connection())) {
            CountItems items = StartCount.items(desk, remote, count);
            List<CountRow> rows = CountFigures.rows(items, remote.levels(), desk.policy());
            if (!started) {
                return plan(rows, items, Optional.empty(), Optional.empty());
            }
            CountWork work = new CountWork(desk, remote, count.connection(), count.reference(), "plan");
            OwnCounts there = work.own(Optional.of(items.outlet()));
            Optional<CountPlan.Hold> foreign = there.foreign().stream()
                    .map(ConsignmentHeader::id)
                    .findFirst()
                    .map(id -> new CountPlan.Hold(
                            CountErrors.FOREIGN, "consignment " + id + " has the reference " + count.reference()));
            Optional<Consignment> own =
                    there.choice(work.writes()).map(ConsignmentHeader::id).flatMap(remote.source()::read);
            return plan(rows, items, own, foreign);
        } catch (Pause pause) {
            return CountPlan.held(pause.code().orElse(CountErrors.NOT_THERE), pause.reason());
        }
    }

    /** Before the platform has listed what it is about, a count has no products yet. */
    private static CountPlan plan(
            List<CountRow> rows, CountItems items, Optional<Consignment> own, Optional<CountPlan.Hold> foreign) {
        Optional<CountGuard> guard =
                own.filter(there -> !there.lines().isEmpty()).map(there -> CountGuard.of(there, items.lines()));
        Optional<CountPlan.Hold> others = guard.filter(
                        found -> !found.others().isEmpty() || !found.missing().isEmpty())
                .map(found -> new CountPlan.Hold(
                        CountErrors.OTHER_PRODUCTS,
                        Named.of(List.of(
                                found.others().size() + " products are in the count there and not in the list",
                                found.missing().size() + " are in the list and not in it"))));
        return new CountPlan(
                rows,
                own.map(Consignment::id),
                own.map(there -> there.header().status()),
                guard.map(CountGuard::others).orElse(List.of()),
                guard.map(CountGuard::missing).orElse(List.of()),
                foreign.or(() -> others));
    }
}
