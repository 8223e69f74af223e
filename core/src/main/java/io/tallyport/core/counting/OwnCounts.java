package io.tallyport.core.counting;

import io.tallyport.core.consignment.ConsignmentHeader;
import io.tallyport.core.consignment.ConsignmentKind;
import io.tallyport.core.consignment.ConsignmentSource;
import io.tallyport.core.consignment.ConsignmentState;
import io.tallyport.core.consignment.NewConsignment;
import io.tallyport.core.consignment.steps.Made;
import io.tallyport.core.consignment.steps.Named;
import io.tallyport.core.consignment.steps.Pause;
import io.tallyport.core.consignment.steps.Step;
import io.tallyport.core.consignment.steps.StepWrites;
import io.tallyport.core.kernel.ExternalId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The live counts that bear a reference, told apart by whether an attempt of ours made them. */
record OwnCounts(List<ConsignmentHeader> ours, List<ConsignmentHeader> foreign) {

    /**
     * Looks at the outlets of all attempts.
     *
     * @param outlet one more
     */
    static OwnCounts of(
            CountReference reference, Optional<ExternalId> outlet, StepWrites writes, ConsignmentSource source) {
        Set<ExternalId> outlets = new LinkedHashSet<>();
        outlet.ifPresent(outlets::add);
        List<Made> creates = writes.all(Step.CREATE).toList();
        creates.forEach(create -> create.note().outlet().ifPresent(outlets::add));
        Map<ExternalId, ConsignmentHeader> live = new LinkedHashMap<>();
        for (ExternalId one : outlets) {
            source.withReference(ConsignmentKind.STOCKTAKE, one, reference.value()).stream()
                    .filter(ConsignmentHeader::isLive)
                    .forEach(header -> live.put(header.id(), header));
        }
        Map<Boolean, List<ConsignmentHeader>> byMaker =
                live.values().stream().collect(Collectors.partitioningBy(header -> isOurs(header, writes)));
        return new OwnCounts(byMaker.getOrDefault(true, List.of()), byMaker.getOrDefault(false, List.of()));
    }

    /** By the mark of its create, or since we have written to it: a person may have changed the note. */
    private static boolean isOurs(ConsignmentHeader header, StepWrites writes) {
        return writes.all()
                .anyMatch(made -> made.isAbout(header.id())
                        || (made.step() == Step.CREATE
                                && NewConsignment.bears(header, made.note().mark())));
    }

    /**
     * Which one the count is: one that is under way goes before one that is not, one that was begun by us before one that was not, else
     * always the same.
     */
    Optional<ConsignmentHeader> choice(StepWrites writes) {
        List<ConsignmentHeader> begun = ours.stream()
                .filter(header -> header.state() != ConsignmentState.SCHEDULED)
                .toList();
        if (begun.size() > 1) {
            throw several(begun);
        }
        Set<ExternalId> givenUp = about(writes, Step.DELETE);
        Set<ExternalId> begunByUs = about(writes, Step.ADVANCE);
        return begun.stream()
                .findFirst()
                .or(() -> ours.stream()
                        .filter(header -> !givenUp.contains(header.id()))
                        .min(Comparator.<ConsignmentHeader>comparingInt(
                                        header -> begunByUs.contains(header.id()) ? 0 : 1)
                                .thenComparing(ConsignmentHeader::id)));
    }

    private static Set<ExternalId> about(StepWrites writes, Step step) {
        return writes.all(step)
                .filter(made -> !made.isRefused())
                .flatMap(made -> made.note().consignment().stream())
                .collect(Collectors.toSet());
    }

    /** Nothing tells which of them the figures are in. */
    static Pause several(List<ConsignmentHeader> headers) {
        return Pause.held(
                CountErrors.NOT_THERE,
                "several counts with this reference are under way, call all but one off there: "
                        + Named.of(headers.stream()
                                .map(header -> header.id() + " (" + header.status() + ")")
                                .toList()));
    }
}
