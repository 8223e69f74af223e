package io.tallyport.core.purchasing.sync;

import io.tallyport.core.consignment.ConsignmentHeader;
import io.tallyport.core.consignment.ConsignmentSource;
import io.tallyport.core.consignment.ConsignmentState;
import io.tallyport.core.consignment.NewConsignment;
import io.tallyport.core.consignment.steps.Made;
import io.tallyport.core.consignment.steps.Pause;
import io.tallyport.core.consignment.steps.Step;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.purchasing.PurchaseErrors;
import io.tallyport.core.purchasing.PurchaseOrder;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The live consignments that bear an order's reference, told apart by whether an attempt of ours made them. */
record OwnConsignments(List<ConsignmentHeader> ours, List<ConsignmentHeader> foreign) {

    /** Looks at the order's outlet, and at those of earlier attempts, since a mapping may have changed. */
    static OwnConsignments of(
            PurchaseOrder order, Optional<ExternalId> outlet, OrderWrites writes, ConsignmentSource source) {
        Set<ExternalId> outlets = new LinkedHashSet<>();
        outlet.ifPresent(outlets::add);
        List<Made> creates = writes.all(Step.CREATE).toList();
        creates.forEach(create -> create.note().outlet().ifPresent(outlets::add));
        Map<ExternalId, ConsignmentHeader> live = new LinkedHashMap<>();
        for (ExternalId one : outlets) {
            source.withReference(order.kind(), one, order.id().value()).stream()
                    .filter(ConsignmentHeader::isLive)
                    .forEach(header -> live.put(header.id(), header));
        }
        Map<Boolean, List<ConsignmentHeader>> byMaker = live.values().stream()
                .collect(Collectors.partitioningBy(header -> isLinked(order, header)
                        || creates.stream()
                                .anyMatch(create -> NewConsignment.bears(
                                        header, create.note().mark()))));
        return new OwnConsignments(byMaker.getOrDefault(true, List.of()), byMaker.getOrDefault(false, List.of()));
    }

    private static boolean isLinked(PurchaseOrder order, ConsignmentHeader header) {
        return order.link()
                .filter(link -> link.consignment().equals(header.id()))
                .isPresent();
    }

    /**
     * Which one the order is: one that is under way already goes before one that is open; of several open ones always the same.
     *
     * @param givenUp those that are being deleted
     */
    Optional<ConsignmentHeader> choice(PurchaseOrder order, Set<ExternalId> givenUp) {
        List<ConsignmentHeader> begun = ours.stream()
                .filter(header -> header.state() != ConsignmentState.OPEN)
                .toList();
        if (begun.size() > 1) {
            throw several(order, begun);
        }
        return begun.stream()
                .findFirst()
                .or(() -> ours.stream()
                        .filter(header -> !givenUp.contains(header.id()))
                        .min(Comparator.comparing(ConsignmentHeader::id)));
    }

    static Pause several(PurchaseOrder order, List<ConsignmentHeader> headers) {
        return Pause.held(
                PurchaseErrors.SEVERAL,
                order.link()
                                .map(link -> "linked is " + link.consignment() + "; ")
                                .orElse("")
                        + "live are "
                        + OrderItems.words(headers.stream()
                                .map(header -> header.id() + " (" + header.status() + ")")
                                .toList()));
    }
}
