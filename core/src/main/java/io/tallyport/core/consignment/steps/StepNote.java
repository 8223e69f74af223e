package io.tallyport.core.consignment.steps;

import io.tallyport.core.consignment.ConsignmentKind;
import io.tallyport.core.consignment.ConsignmentState;
import io.tallyport.core.consignment.LineOrder;
import io.tallyport.core.consignment.NewConsignment;
import io.tallyport.core.consignment.UnitCost;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a write is about, as its intent keeps it: one word and its values a line, with tabs between them.
 *
 * @param words everything but the lines of the order
 * @param lines the lines of the order
 */
public record StepNote(Map<String, String> words, List<LineOrder> lines) {

    private static final String LINE = "line";

    public StepNote {
        words = new LinkedHashMap<>(words);
        lines = List.copyOf(lines);
    }

    public static StepNote create(NewConsignment head) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("mark", head.mark());
        words.put("kind", head.kind().name());
        words.put("outlet", head.outlet().value());
        head.sourceOutlet().ifPresent(id -> words.put("source-outlet", id.value()));
        head.supplier().ifPresent(id -> words.put("supplier", id.value()));
        words.put("reference", head.reference());
        words.put("note", head.note());
        if (!head.items().isEmpty()) {
            words.put("items", head.items().stream().map(ExternalId::value).collect(Collectors.joining(" ")));
        }
        return new StepNote(words, List.of());
    }

    public static StepNote about(ExternalId consignment) {
        return lines(consignment, List.of());
    }

    public static StepNote lines(ExternalId consignment, List<LineOrder> lines) {
        return new StepNote(Map.of("consignment", consignment.value()), lines);
    }

    public static StepNote advance(ExternalId consignment, ConsignmentState to) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("consignment", consignment.value());
        words.put("to", to.name());
        return new StepNote(words, List.of());
    }

    /** The received quantity stands where a line has what was ordered. */
    public static StepNote received(ExternalId consignment, ExternalId product, Quantity received) {
        return lines(consignment, List.of(new LineOrder(product, received, Optional.empty())));
    }

    public Optional<ExternalId> consignment() {
        return word("consignment").map(ExternalId::new);
    }

    public boolean isAbout(ExternalId id) {
        return consignment().filter(id::equals).isPresent();
    }

    public String mark() {
        return word("mark").orElse("");
    }

    public Optional<ConsignmentKind> kind() {
        return word("kind").map(ConsignmentKind::valueOf);
    }

    public Optional<ExternalId> outlet() {
        return word("outlet").map(ExternalId::new);
    }

    public ConsignmentState to() {
        return word("to").map(ConsignmentState::valueOf).orElse(ConsignmentState.UNKNOWN);
    }

    public Optional<LineOrder> line(ExternalId product) {
        return lines.stream().filter(line -> line.product().equals(product)).findFirst();
    }

    private Optional<String> word(String key) {
        return Optional.ofNullable(words.get(key));
    }

    public String text() {
        StringBuilder text = new StringBuilder();
        words.forEach((key, value) ->
                text.append(key).append('\t').append(escaped(value)).append('\n'));
        for (LineOrder line : lines) {
            text.append(LINE)
                    .append('\t')
                    .append(escaped(line.product().value()))
                    .append('\t')
                    .append(line.ordered())
                    .append('\t')
                    .append(line.cost().map(UnitCost::toString).orElse(""))
                    .append('\n');
        }
        return text.toString();
    }

    public static StepNote read(String text) {
        Map<String, String> words = new LinkedHashMap<>();
        List<LineOrder> lines = new ArrayList<>();
        text.lines().map(row -> row.split("\t", -1)).forEach(parts -> {
            if (parts[0].equals(LINE)) {
                lines.add(new LineOrder(
                        new ExternalId(plain(parts[1])),
                        Quantity.parse(parts[2]),
                        parts[3].isEmpty() ? Optional.empty() : Optional.of(UnitCost.parse(parts[3]))));
            } else {
                words.put(parts[0], plain(parts[1]));
            }
        });
        return new StepNote(words, lines);
    }

    private static String escaped(String value) {
        return value.replace("%", "%25")
                .replace("\t", "%09")
                .replace("\n", "%0A")
                .replace("\r", "%0D");
    }

    private static String plain(String value) {
        return value.replace("%0D", "\r")
                .replace("%0A", "\n")
                .replace("%09", "\t")
                .replace("%25", "%");
    }
}
