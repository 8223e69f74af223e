package io.tallyport.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tallyport.core.consignment.ConsignmentKind;
import io.tallyport.core.consignment.UnitCost;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.Sku;
import io.tallyport.core.purchasing.OrderDraft;
import io.tallyport.core.purchasing.PurchaseLine;
import io.tallyport.core.purchasing.PurchaseOrderId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads the JSON of a new purchase order; a field that nobody knows is refused, since it could be what matters. */
final class OrderBody {

    private static final Set<String> OF_ORDER =
            Set.of("id", "connection", "kind", "supplier", "outlet", "note", "lines");
    private static final Set<String> OF_LINE = Set.of("sku", "quantity", "cost");
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private OrderBody() {}

    /**
     * The draft that a body asks for.
     *
     * @throws IllegalArgumentException with what is wrong
     */
    static OrderDraft read(String body) {
        JsonNode order = object(tree(body), "the body", OF_ORDER);
        List<PurchaseLine> lines = new ArrayList<>();
        if (!order.path("lines").isArray()) {
            throw new IllegalArgumentException("\"lines\" is a list");
        }
        for (JsonNode line : order.path("lines")) {
            lines.add(line(object(line, "line " + (lines.size() + 1), OF_LINE), lines.size() + 1));
        }
        return new OrderDraft(
                text(order, "id").map(PurchaseOrderId::new),
                new ConnectionId(text(order, "connection").orElse("")),
                text(order, "kind")
                        .map(word -> Answers.constant(ConsignmentKind.class, "kind", word))
                        .orElse(ConsignmentKind.SUPPLIER),
                text(order, "supplier").orElse(""),
                text(order, "outlet").orElse(""),
                text(order, "note").orElse(""),
                lines);
    }

    private static JsonNode tree(String body) {
        try {
            return MAPPER.readTree(body);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException("the body is no JSON: " + wrong.getOriginalMessage(), wrong);
        }
    }

    private static JsonNode object(JsonNode node, String what, Set<String> known) {
        if (node == null || !node.isObject()) {
            throw new IllegalArgumentException(what + " is an object");
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (!known.contains(field.getKey())) {
                throw new IllegalArgumentException(what + " has \"" + field.getKey() + "\", which is none of "
                        + String.join(", ", new TreeSet<>(known)));
            }
        }
        return node;
    }

    private static PurchaseLine line(JsonNode line, int number) {
        try {
            return PurchaseLine.of(
                    new Sku(text(line, "sku").orElse("")),
                    Quantity.parse(text(line, "quantity").orElse("")),
                    text(line, "cost").map(UnitCost::parse));
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("line " + number + ": " + reason(wrong), wrong);
        }
    }

    private static String reason(IllegalArgumentException wrong) {
        return wrong instanceof NumberFormatException
                ? "quantity and cost are plain numbers such as 12.5"
                : String.valueOf(wrong.getMessage());
    }

    private static Optional<String> text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (value.isNumber()) {
            return Optional.of(value.decimalValue().toPlainString());
        }
        return value.isTextual()
                ? Optional.of(value.textValue().strip()).filter(text -> !text.isEmpty())
                : Optional.empty();
    }
}
