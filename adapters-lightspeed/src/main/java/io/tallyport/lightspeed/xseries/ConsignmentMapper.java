package io.tallyport.lightspeed.xseries;

import io.tallyport.core.consignment.ConsignmentHeader;
import io.tallyport.core.consignment.ConsignmentKind;
import io.tallyport.core.consignment.ConsignmentLine;
import io.tallyport.core.consignment.ConsignmentState;
import io.tallyport.core.consignment.ConsignmentStatus;
import io.tallyport.core.consignment.UnitCost;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.remote.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Consignments in domain words. A state that the vendor may add some day is kept as the word it is. */
final class ConsignmentMapper {

    private static final String COUNT = "STOCKTAKE_";

    private ConsignmentMapper() {}

    /** Empty for a kind that is not known here, which nobody here can have asked for. */
    static Optional<ConsignmentHeader> header(ConsignmentWire wire) {
        return kind(wire.type())
                .map(kind -> new ConsignmentHeader(
                        id(wire.id(), "a consignment"),
                        kind,
                        status(wire.status()),
                        id(wire.outletId(), "the outlet of a consignment"),
                        id(wire.sourceOutletId()),
                        id(wire.supplierId()),
                        text(wire.reference()),
                        Objects.requireNonNullElse(wire.name(), ""),
                        Optional.ofNullable(wire.version()).map(String::valueOf),
                        text(wire.deletedAt()).isPresent()));
    }

    static Optional<ConsignmentKind> kind(@Nullable String type) {
        String name = Objects.requireNonNullElse(type, "").toUpperCase(Locale.ROOT);
        return Arrays.stream(ConsignmentKind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst();
    }

    static ConsignmentStatus status(@Nullable String status) {
        String raw = Objects.requireNonNullElse(status, "");
        String word = raw.toUpperCase(Locale.ROOT);
        String name = word.equals("STOCKTAKE")
                ? ConsignmentState.SCHEDULED.name()
                : word.startsWith(COUNT) ? word.substring(COUNT.length()) : word;
        ConsignmentState state = Arrays.stream(ConsignmentState.values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(ConsignmentState.UNKNOWN);
        return new ConsignmentStatus(state, raw);
    }

    /** The platform's word for a state. */
    static String word(ConsignmentState state) {
        return switch (state) {
            case SCHEDULED, IN_PROGRESS, IN_PROGRESS_PROCESSED, COMPLETE -> COUNT + state.name();
            default -> state.name();
        };
    }

    /**
     * The lines by product.
     *
     * <p>A line that changed while the pages were read comes once more, with the day on which it was made: the later counts. Two
     * lines of one product, which the vendor's own example shows, are one line of both quantities.
     *
     * @param settled whether nothing will be entered any more, so that nothing received is zero received
     */
    static List<ConsignmentLine> lines(List<ConsignmentWire.Line> wires, boolean settled) {
        Map<String, ConsignmentWire.Line> latest = new LinkedHashMap<>();
        wires.forEach(wire -> latest.put(wire.productId() + " " + wire.createdAt(), wire));
        Map<ExternalId, ConsignmentLine> lines = new LinkedHashMap<>();
        latest.values().stream()
                .filter(wire -> text(wire.deletedAt()).isEmpty())
                .map(wire -> line(wire, settled))
                .forEach(line -> lines.merge(line.product(), line, ConsignmentMapper::together));
        return new ArrayList<>(lines.values());
    }

    /** A quantity of zero received is what the platform says of a line for which nobody has entered anything. */
    private static ConsignmentLine line(ConsignmentWire.Line wire, boolean settled) {
        Optional<Quantity> received = number(wire.received()).map(Quantity::new);
        return new ConsignmentLine(
                id(wire.productId(), "the product of a line"),
                number(wire.count()).map(Quantity::new).orElse(Quantity.ZERO),
                settled ? Optional.of(received.orElse(Quantity.ZERO)) : received.filter(one -> !one.isZero()),
                number(wire.cost()).filter(cost -> cost.signum() >= 0).map(UnitCost::new));
    }

    private static ConsignmentLine together(ConsignmentLine one, ConsignmentLine other) {
        Optional<Quantity> received =
                one.received().isPresent() || other.received().isPresent()
                        ? Optional.of(one.receivedOrNone().plus(other.receivedOrNone()))
                        : Optional.empty();
        return new ConsignmentLine(
                one.product(),
                one.ordered().plus(other.ordered()),
                received,
                one.cost().or(other::cost));
    }

    static Optional<BigDecimal> number(@Nullable String text) {
        try {
            return text(text).map(BigDecimal::new);
        } catch (NumberFormatException e) {
            throw Problem.unreadable("\"" + text + "\" is no number").asException();
        }
    }

    private static Optional<String> text(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(one -> !one.isEmpty());
    }

    private static Optional<ExternalId> id(@Nullable String id) {
        return text(id).map(ExternalId::new);
    }

    private static ExternalId id(@Nullable String id, String what) {
        return id(id).orElseThrow(
                        () -> Problem.unreadable(what + " came without id").asException());
    }
}
