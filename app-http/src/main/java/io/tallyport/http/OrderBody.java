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
import io.tallyport.core.purchasing.ChangePurchaseOrder;
import io.tallyport.core.purchasing.OrderDraft;
import io.tallyport.core.purchasing.PurchaseLine;
import io.tallyport.core.purchasing.PurchaseOrderId;
import io.tallyport.core.purchasing.sync.ReceivePurchaseOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;

/** Reads the JSON about a purchase order; a field that nobody knows is refused, since it could be what matters. */
final class OrderBody {

    private static final Set<String> OF_ORDER =
            Set.of("id", "connection", "kind", "supplier", "outlet", "note", "lines");
    private static final Set<String> OF_CHANGE = Set.of("lines");
    private static final Set<String> OF_RECEIPT = Set.of("lines", "complete");
    private static final Set<String> OF_LINE = Set.of("sku", "quantity", "cost");
    private static final Set<String> OF_RECEIVED = Set.of("sku", "received");
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
        List<PurchaseLine> lines =
                lines(order, OF_LINE, (line, sku) -> PurchaseLine.of(sku, quantity(line, "quantity"), cost(line)));
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

    /**
     * What the lines of an order are to be; zero strikes one out, a missing cost leaves what it is.
     *
     * @throws IllegalArgumentException with what is wrong
     */
    static List<ChangePurchaseOrder.LineChange> changes(String body) {
        return lines(
                object(tree(body), "the body", OF_CHANGE),
                OF_LINE,
                (line, sku) -> new ChangePurchaseOrder.LineChange(sku, quantity(line, "quantity"), cost(line)));
    }

    /**
     * What has come of an order, by SKU how many in all, and whether no more will.
     *
     * @throws IllegalArgumentException with what is wrong
     */
    static ReceivePurchaseOrder.Request receipt(PurchaseOrderId id, String body, String actor) {
        JsonNode receipt = object(tree(body), "the body", OF_RECEIPT);
        JsonNode complete = receipt.path("complete");
        if (!complete.isMissingNode() && !complete.isBoolean()) {
            throw new IllegalArgumentException("\"complete\" is true or false");
        }
        Map<Sku, Quantity> received = new LinkedHashMap<>();
        if (receipt.has("lines")) {
            for (Map.Entry<Sku, Quantity> one :
                    lines(receipt, OF_RECEIVED, (line, sku) -> Map.entry(sku, quantity(line, "received")))) {
                if (received.put(one.getKey(), one.getValue()) != null) {
                    throw new IllegalArgumentException("the SKU " + one.getKey() + " is given twice");
                }
            }
        }
        if (received.isEmpty() && !complete.booleanValue()) {
            throw new IllegalArgumentException(
                    "say what has come in \"lines\", or that no more will with \"complete\": true");
        }
        return new ReceivePurchaseOrder.Request(id, received, complete.booleanValue(), actor);
    }

    private static <T> List<T> lines(JsonNode body, Set<String> known, BiFunction<JsonNode, Sku, T> reading) {
        if (!body.path("lines").isArray()) {
            throw new IllegalArgumentException("\"lines\" is a list");
        }
        List<T> lines = new ArrayList<>();
        for (JsonNode line : body.path("lines")) {
            String name = "line " + (lines.size() + 1);
            JsonNode fields = object(line, name, known);
            try {
                lines.add(reading.apply(fields, new Sku(text(fields, "sku").orElse(""))));
            } catch (IllegalArgumentException wrong) {
                throw new IllegalArgumentException(name + ": " + reason(wrong), wrong);
            }
        }
        return lines;
    }

    private static Quantity quantity(JsonNode line, String name) {
        return Quantity.parse(text(line, name).orElse(""));
    }

    private static Optional<UnitCost> cost(JsonNode line) {
        return text(line, "cost").map(UnitCost::parse);
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

    private static String reason(IllegalArgumentException wrong) {
        return wrong instanceof NumberFormatException
                ? "quantities and costs are plain numbers such as 12.5"
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
