package io.tallyport.core.purchasing;

import io.tallyport.core.consignment.ConsignmentState;
import io.tallyport.core.consignment.UnitCost;
import io.tallyport.core.job.JobId;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.Sku;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Changes the lines of an order: freely while it is a draft, afterwards as far as the platform still takes it. What cannot be
 * carried over by what we know is refused; what turns out later not to be possible holds the order, and is named.
 */
public final class ChangePurchaseOrder {

    private static final String OPERATION = "change order";

    private final OrderBook book;
    private final SyncRequests requests;

    public ChangePurchaseOrder(OrderBook book, SyncRequests requests) {
        this.book = book;
        this.requests = requests;
    }

    /**
     * What one line is to be.
     *
     * @param ordered how many; zero strikes the line out
     * @param cost of one unit; empty leaves what it is
     */
    public record LineChange(Sku sku, Quantity ordered, Optional<UnitCost> cost) {}

    /**
     * What came of it.
     *
     * @param job which tells the platform; empty for a draft, and where nothing changed
     */
    public record Result(PurchaseOrder order, Optional<JobId> job) {}

    /**
     * Changes lines, and adds those that are not there; all of it or nothing.
     *
     * @throws IllegalArgumentException when a line comes twice
     * @throws io.tallyport.core.kernel.PortException.Rejected when there is no such order, or its state does not take it
     * @throws io.tallyport.core.kernel.PortException.Conflict when somebody changes it at this moment
     */
    public Result change(PurchaseOrderId id, List<LineChange> changes, String actor) {
        return book.stores().unitOfWork().inOne(() -> {
            PurchaseOrder order = book.require(id);
            checkState(order);
            List<PurchaseLine> lines = changed(order, changes);
            if (lines.equals(order.lines())) {
                return new Result(order, Optional.empty());
            }
            if (lines.stream().noneMatch(line -> line.ordered().signum() > 0)) {
                throw PurchaseErrors.rejected(
                        OPERATION,
                        PurchaseErrors.BAD_ORDER,
                        "nothing would be left of order " + id + "; cancel it: tallyport po cancel " + id);
            }
            boolean told = order.state() != PurchaseState.DRAFT;
            PurchaseOrder stored = book.replace(
                    order.withLines(lines).withSyncDue(told || order.syncDue()),
                    book.event(order, PurchaseEvent.Kind.CHANGED, words(changes), actor));
            return new Result(stored, told ? Optional.of(requests.ask(stored)) : Optional.empty());
        });
    }

    private static void checkState(PurchaseOrder order) {
        boolean open = order.state() == PurchaseState.DRAFT
                || order.state() == PurchaseState.APPROVED
                || order.state() == PurchaseState.SUBMITTED;
        Optional<ConsignmentState> there =
                order.link().map(link -> link.status().state());
        boolean closed = there.filter(state -> !state.takesOrders() && state != ConsignmentState.UNKNOWN)
                .isPresent();
        if (!open || closed || order.deletedAt().isPresent()) {
            throw PurchaseErrors.rejected(
                    OPERATION,
                    PurchaseErrors.NOT_CARRIED,
                    "order " + order.id() + " is " + order.state()
                            + order.link()
                                    .map(link -> ", at the platform " + link.status())
                                    .orElse("")
                            + ": what is ordered stands fast");
        }
    }

    private static List<PurchaseLine> changed(PurchaseOrder order, List<LineChange> changes) {
        List<PurchaseLine> lines = new ArrayList<>(order.lines());
        Set<Sku> seen = new HashSet<>();
        for (LineChange change : changes) {
            if (!seen.add(change.sku())) {
                throw new IllegalArgumentException("the SKU " + change.sku() + " is changed twice");
            }
            int at = index(lines, change.sku());
            PurchaseLine old = at < 0 ? PurchaseLine.of(change.sku(), Quantity.ZERO, Optional.empty()) : lines.get(at);
            PurchaseLine line = old.withOrder(change.ordered(), change.cost().or(old::cost));
            if (at < 0) {
                lines.add(line);
            } else {
                lines.set(at, line);
            }
        }
        boolean draft = order.state() == PurchaseState.DRAFT;
        // What the platform may have heard of stays with zero, so that it is told there, too.
        lines.removeIf(line ->
                line.ordered().isZero() && (draft || order.line(line.sku()).isEmpty()));
        return lines;
    }

    private static int index(List<PurchaseLine> lines, Sku sku) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).sku().equals(sku)) {
                return i;
            }
        }
        return -1;
    }

    private static String words(List<LineChange> changes) {
        List<String> words = changes.stream()
                .limit(5)
                .map(change -> change.sku() + " " + change.ordered()
                        + change.cost().map(cost -> " at " + cost).orElse(""))
                .toList();
        int more = changes.size() - words.size();
        return String.join(", ", words) + (more > 0 ? " and " + more + " more" : "");
    }
}
