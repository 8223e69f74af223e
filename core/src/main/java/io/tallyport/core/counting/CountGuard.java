package io.tallyport.core.counting;

import io.tallyport.core.consignment.Consignment;
import io.tallyport.core.consignment.ConsignmentLine;
import io.tallyport.core.consignment.steps.Named;
import io.tallyport.core.consignment.steps.Pause;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keeps a count from touching what nobody counted: a platform that lists more than it was asked for, a person who adds a product, a
 * figure that did not arrive. Pure.
 *
 * @param others products in the count that are not in the list
 * @param missing SKUs of the list that are not in the count
 * @param differing SKUs whose figure there is not the counted one
 */
record CountGuard(List<ExternalId> others, List<String> missing, List<String> differing) {

    static CountGuard of(Consignment there, Map<ExternalId, CountedLine> lines) {
        List<ExternalId> others = there.lines().stream()
                .map(ConsignmentLine::product)
                .filter(product -> !lines.containsKey(product))
                .toList();
        List<String> missing = lines.entrySet().stream()
                .filter(entry -> there.line(entry.getKey()).isEmpty())
                .map(entry -> entry.getValue().sku().value())
                .toList();
        List<String> differing = lines.entrySet().stream()
                .flatMap(entry ->
                        there.line(entry.getKey()).stream().flatMap(line -> difference(entry.getValue(), line)))
                .toList();
        return new CountGuard(others, missing, differing);
    }

    private static Stream<String> difference(CountedLine counted, ConsignmentLine there) {
        return there.receivedOrNone().equals(counted.counted())
                ? Stream.empty()
                : Stream.of(counted.sku() + " (counted " + counted.counted() + ", there "
                        + there.received().map(Quantity::toString).orElse("nothing") + ")");
    }

    void ensureSameProducts(ExternalId count) {
        if (!others.isEmpty() || !missing.isEmpty()) {
            throw Pause.held(
                    CountErrors.OTHER_PRODUCTS,
                    "consignment " + count + ": " + others.size() + " products are in it and not in the list"
                            + (others.isEmpty()
                                    ? ""
                                    : " ("
                                            + Named.of(others.stream()
                                                    .map(ExternalId::value)
                                                    .collect(Collectors.toList()))
                                            + ")")
                            + ", " + missing.size() + " are in the list and not in it"
                            + (missing.isEmpty() ? "" : " (" + Named.of(missing) + ")"));
        }
    }

    void ensureSameFigures(ExternalId count) {
        if (!differing.isEmpty()) {
            throw Pause.held(CountErrors.OTHER_FIGURES, "consignment " + count + ": " + Named.of(differing));
        }
    }
}
