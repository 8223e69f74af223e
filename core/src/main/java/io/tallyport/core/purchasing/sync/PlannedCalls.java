package io.tallyport.core.purchasing.sync;

import io.tallyport.core.consignment.Consignment;
import io.tallyport.core.consignment.ConsignmentAbilities;
import io.tallyport.core.consignment.ConsignmentHeader;
import io.tallyport.core.consignment.ConsignmentSource;
import io.tallyport.core.consignment.ConsignmentState;
import io.tallyport.core.consignment.LineOrder;
import io.tallyport.core.consignment.steps.Made;
import io.tallyport.core.consignment.steps.Pause;
import io.tallyport.core.consignment.steps.Step;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.purchasing.PartnerMappingStore;
import io.tallyport.core.purchasing.PurchaseErrors;
import io.tallyport.core.purchasing.PurchaseLine;
import io.tallyport.core.purchasing.PurchaseOrder;
import io.tallyport.core.purchasing.PurchasePolicy;
import io.tallyport.core.purchasing.PurchaseState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells what a sync would write, by the same reads and the same comparison. */
final class PlannedCalls {

    private static final String NEW = "(new)";

    private final PurchaseOrder order;
    private final PartnerMappingStore mappings;
    private final RemoteConsignments remote;
    private final ConsignmentSource source;
    private final OrderWrites writes;
    private final PurchasePolicy policy;
    private final List<String> calls = new ArrayList<>();

    PlannedCalls(
            PurchaseOrder order,
            PartnerMappingStore mappings,
            RemoteConsignments remote,
            OrderWrites writes,
            PurchasePolicy policy) {
        this.order = order;
        this.mappings = mappings;
        this.remote = remote;
        this.source = remote.source();
        this.writes = writes;
        this.policy = policy;
    }

    List<String> list() {
        writes.all()
                .filter(Made::isOpen)
                .forEach(made -> calls.add("look what became of " + made.step().operation() + " of "
                        + made.intent().recordedAt()));
        if (order.state() == PurchaseState.CANCELLED) {
            OwnConsignments.of(order, Optional.empty(), writes, source)
                    .ours()
                    .forEach(header -> calls.add(Step.CANCEL.operation() + " " + header.id()));
            return calls;
        }
        ConsignmentAbilities abilities = source.abilities();
        OrderItems.checkPlaces(order, abilities);
        OrderPartners partners = OrderPartners.of(order, mappings);
        Map<ExternalId, PurchaseLine> lines = OrderItems.of(order, mappings, remote.items());
        Optional<Consignment> there = there(partners);
        if (there.isEmpty()) {
            calls.add(Step.CREATE.operation() + " " + order.kind() + " for outlet " + partners.outlet() + " from "
                    + partners.source() + " with reference " + order.id());
        }
        lines(lines, there, abilities);
        boolean open = there.map(Consignment::state).orElse(ConsignmentState.OPEN) == ConsignmentState.OPEN;
        if (open && policy.sendOnSync() && abilities.send()) {
            calls.add(Step.ADVANCE.operation() + " " + id(there) + " to SENT");
        }
        return calls;
    }

    private Optional<Consignment> there(OrderPartners partners) {
        if (order.link().isPresent()) {
            ExternalId id = order.link().get().consignment();
            return Optional.of(source.read(id)
                    .filter(found -> found.header().isLive())
                    .orElseThrow(() -> Pause.held(PurchaseErrors.GONE, "consignment " + id + " is not live any more")));
        }
        OwnConsignments own = OwnConsignments.of(order, Optional.of(partners.outlet()), writes, source);
        if (!own.foreign().isEmpty()) {
            throw Pause.held(
                    PurchaseErrors.FOREIGN,
                    "consignment " + own.foreign().get(0).id() + " has the reference " + order.id());
        }
        return own.ours().stream().map(ConsignmentHeader::id).findFirst().flatMap(source::read);
    }

    private void lines(
            Map<ExternalId, PurchaseLine> lines, Optional<Consignment> there, ConsignmentAbilities abilities) {
        List<LineOrder> add = new ArrayList<>();
        List<LineOrder> set = new ArrayList<>();
        if (there.isPresent()) {
            LinePlan plan = LinePlan.of(lines, there.get(), (line, other) -> false);
            add.addAll(plan.add());
            set.addAll(plan.set());
        } else {
            lines.forEach((item, line) -> add.add(line.wanted(item)));
        }
        if (abilities.bulkLines() > 1 && add.size() > 1) {
            for (int from = 0; from < add.size(); from += abilities.bulkLines()) {
                int count = Math.min(abilities.bulkLines(), add.size() - from);
                calls.add(Step.ADD_LINES.operation() + " " + id(there) + ", " + count + " lines");
            }
        } else {
            set.addAll(0, add);
        }
        set.forEach(line -> calls.add(Step.SET_LINE.operation() + " " + id(there) + ", item " + line.product() + " to "
                + line.ordered() + line.cost().map(cost -> " at " + cost).orElse("")));
    }

    private static String id(Optional<Consignment> there) {
        return there.map(found -> found.id().value()).orElse(NEW);
    }
}
