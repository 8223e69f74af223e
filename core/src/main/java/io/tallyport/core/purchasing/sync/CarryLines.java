package io.tallyport.core.purchasing.sync;

import io.tallyport.core.consignment.Consignment;
import io.tallyport.core.consignment.ConsignmentAbilities;
import io.tallyport.core.consignment.ConsignmentLineSink;
import io.tallyport.core.consignment.ConsignmentState;
import io.tallyport.core.consignment.LineOrder;
import io.tallyport.core.consignment.steps.Made;
import io.tallyport.core.consignment.steps.Pause;
import io.tallyport.core.consignment.steps.Step;
import io.tallyport.core.consignment.steps.StepNote;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.purchasing.PurchaseErrors;
import io.tallyport.core.purchasing.PurchaseLine;
import io.tallyport.core.purchasing.PurchaseOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Brings the lines of one consignment to what the order says. Many lines go by one call only where nothing was ever sent for them, since
 * that call accumulates; where its outcome stays unknown the consignment is given up and made anew, so that whatever lands late does so
 * in one that nobody uses.
 */
final class CarryLines {

    private final OrderSync sync;
    private final OrderWrites writes;
    private final ConsignmentLineSink sink;
    private final ConsignmentAbilities abilities;
    private final Duration underWay;
    private final Instant now;

    CarryLines(
            OrderSync sync,
            OrderWrites writes,
            ConsignmentLineSink sink,
            ConsignmentAbilities abilities,
            Duration underWay,
            Instant now) {
        this.sync = sync;
        this.writes = writes;
        this.sink = sink;
        this.abilities = abilities;
        this.underWay = underWay;
        this.now = now;
    }

    /** Whether every line stands there as far as it is ours to say; false when something was written and is to be read back. */
    boolean carry(Map<ExternalId, PurchaseLine> lines, Consignment there) {
        if (giveUp(lines, there)) {
            return false;
        }
        LinePlan plan = LinePlan.of(lines, there, new OwnFigures(writes, there.id()));
        refuse(plan, there);
        if (plan.isEmpty()) {
            return true;
        }
        List<LineOrder> bulk = bulk(plan, there.id());
        for (int from = 0; from < bulk.size(); from += abilities.bulkLines()) {
            List<LineOrder> some = bulk.subList(from, Math.min(bulk.size(), from + abilities.bulkLines()));
            if (!add(there.id(), some)) {
                return false;
            }
        }
        Set<LineOrder> done = new HashSet<>(bulk);
        for (List<LineOrder> single : List.of(plan.add(), plan.set())) {
            for (LineOrder line : single) {
                if (!done.contains(line) && !set(there.id(), line)) {
                    return false;
                }
            }
        }
        return false;
    }

    private boolean add(ExternalId id, List<LineOrder> lines) {
        return writes.send(sync.order(), Step.ADD_LINES, StepNote.lines(id, lines), () -> sink.add(id, lines));
    }

    private boolean set(ExternalId id, LineOrder line) {
        waitForOthers(id, line);
        return writes.send(sync.order(), Step.SET_LINE, StepNote.lines(id, List.of(line)), () -> sink.set(id, line));
    }

    /** Another figure for the same line could still land on top of this one. */
    private void waitForOthers(ExternalId id, LineOrder line) {
        writes.all()
                .filter(made -> made.mayStillArrive() && made.isAbout(id) && isOther(made, line))
                .map(made -> made.over(underWay))
                .filter(now::isBefore)
                .findFirst()
                .ifPresent(over -> {
                    throw Pause.until(over, "an earlier figure for item " + line.product() + " may still arrive");
                });
    }

    private static boolean isOther(Made made, LineOrder line) {
        boolean adds = made.step() == Step.ADD_LINES;
        return made.note()
                .line(line.product())
                .filter(earlier -> adds || !earlier.equals(line))
                .isPresent();
    }

    /** Gives up a consignment in which lines may still accumulate. True when it was, or is being, deleted. */
    private boolean giveUp(Map<ExternalId, PurchaseLine> lines, Consignment there) {
        boolean uncertain = writes.all(Step.ADD_LINES).anyMatch(made -> made.isLost() && made.isAbout(there.id()));
        boolean onlyOurs = there.lines().stream()
                .allMatch(line -> lines.containsKey(line.product())
                        && line.receivedOrNone().isZero());
        boolean verified =
                lines.values().stream().anyMatch(line -> line.carried().isPresent());
        if (!uncertain || verified || !onlyOurs || there.state() != ConsignmentState.OPEN || !abilities.delete()) {
            return false;
        }
        sync.delete(there.id());
        return true;
    }

    /** What was sent for before, unless it was refused, goes line by line. */
    private List<LineOrder> bulk(LinePlan plan, ExternalId id) {
        if (abilities.bulkLines() < 2) {
            return List.of();
        }
        Set<ExternalId> touched = new HashSet<>();
        writes.all()
                .filter(made -> made.isAbout(id) && !made.isRefused())
                .forEach(made -> made.note().lines().forEach(line -> touched.add(line.product())));
        List<LineOrder> fresh = plan.add().stream()
                .filter(line -> !touched.contains(line.product()))
                .toList();
        return fresh.size() < 2 ? List.of() : fresh;
    }

    private void refuse(LinePlan plan, Consignment there) {
        PurchaseOrder order = sync.order();
        if (!plan.clashes().isEmpty()) {
            throw Pause.held(
                    PurchaseErrors.CHANGED_THERE,
                    "changed here and at the platform, each in another way: "
                            + OrderItems.words(plan.clashes().stream()
                                    .map(line -> line.sku().value())
                                    .toList()));
        }
        if (!plan.isEmpty() && !there.state().takesOrders()) {
            throw Pause.held(
                    PurchaseErrors.NOT_CARRIED,
                    "consignment " + there.id() + " is " + there.header().status() + " and takes no change any more: "
                            + OrderItems.words(names(order, plan)));
        }
    }

    private static List<String> names(PurchaseOrder order, LinePlan plan) {
        return Stream.concat(plan.add().stream(), plan.set().stream())
                .map(wanted -> order.lines().stream()
                                .filter(line -> line.carried()
                                        .map(LineOrder::product)
                                        .filter(wanted.product()::equals)
                                        .isPresent())
                                .findFirst()
                                .map(line -> line.sku().value())
                                .orElse("item " + wanted.product())
                        + " to " + wanted.ordered())
                .toList();
    }
}
