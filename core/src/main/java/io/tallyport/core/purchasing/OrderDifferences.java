package io.tallyport.core.purchasing;

import io.tallyport.core.consignment.Consignment;
import io.tallyport.core.consignment.ConsignmentLine;
import io.tallyport.core.consignment.ConsignmentState;
import io.tallyport.core.consignment.LineOrder;
import io.tallyport.core.consignment.UnitCost;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.Sku;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells where a consignment says something else than the order, for those lines that have been carried over. Pure. */
final class OrderDifferences {

    private final PurchaseOrder order;
    private final ConsignmentState state;
    private final List<Discrepancy> found = new ArrayList<>();

    private OrderDifferences(PurchaseOrder order, ConsignmentState state) {
        this.order = order;
        this.state = state;
    }

    static List<Discrepancy> of(PurchaseOrder order, Consignment consignment) {
        OrderDifferences differences = new OrderDifferences(order, consignment.state());
        Map<ExternalId, ConsignmentLine> there = new LinkedHashMap<>();
        consignment.lines().forEach(line -> there.put(line.product(), line));
        Set<ExternalId> ours = new HashSet<>();
        boolean allCarried = true;
        for (PurchaseLine line : order.lines()) {
            Optional<LineOrder> carried = line.carried();
            allCarried &= carried.isPresent() || line.ordered().isZero();
            carried.ifPresent(was -> {
                ours.add(was.product());
                differences.compare(line, was, Optional.ofNullable(there.get(was.product())));
            });
        }
        if (allCarried) {
            there.values().stream()
                    .filter(line -> !ours.contains(line.product()) && !isEmpty(line))
                    .forEach(differences::unexpected);
        }
        return differences.found;
    }

    private static boolean isEmpty(ConsignmentLine line) {
        return line.ordered().isZero() && line.receivedOrNone().isZero();
    }

    private void compare(PurchaseLine line, LineOrder carried, Optional<ConsignmentLine> there) {
        if (there.isEmpty()) {
            if (!carried.ordered().isZero()) {
                add(
                        Discrepancy.Kind.LINE_GONE,
                        line.sku(),
                        carried.product(),
                        carried.ordered().toString(),
                        "no line");
            }
            return;
        }
        ConsignmentLine other = there.get();
        if (!carried.ordered().equals(other.ordered())) {
            add(Discrepancy.Kind.ORDER_DIFFERS, line, other, carried.ordered(), other.ordered());
        }
        if (carried.cost().isPresent() && !carried.cost().equals(other.cost())) {
            add(
                    Discrepancy.Kind.COST_DIFFERS,
                    line.sku(),
                    other.product(),
                    carried.cost().get().toString(),
                    other.cost().map(UnitCost::toString).orElse("no cost"));
        }
        int more = other.receivedOrNone().compareTo(line.ordered());
        if (more > 0) {
            add(Discrepancy.Kind.OVER, line, other, line.ordered(), other.receivedOrNone());
        }
        if (more < 0 && state == ConsignmentState.RECEIVED) {
            add(Discrepancy.Kind.SHORT, line, other, line.ordered(), other.receivedOrNone());
        }
    }

    private void unexpected(ConsignmentLine line) {
        found.add(new Discrepancy(
                order.id(),
                Discrepancy.Kind.UNEXPECTED_ITEM,
                Optional.empty(),
                line.product(),
                "not ordered",
                line.ordered() + " ordered, " + line.receivedOrNone() + " received"));
    }

    private void add(
            Discrepancy.Kind kind, PurchaseLine line, ConsignmentLine there, Quantity expected, Quantity seen) {
        add(kind, line.sku(), there.product(), expected.toString(), seen.toString());
    }

    private void add(Discrepancy.Kind kind, Sku sku, ExternalId item, String expected, String seen) {
        found.add(new Discrepancy(order.id(), kind, Optional.of(sku), item, expected, seen));
    }
}
