package io.tallyport.runtime;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.tallyport.core.inventory.Action;
import io.tallyport.core.inventory.Hold;
import io.tallyport.core.inventory.PlanRow;
import io.tallyport.core.inventory.Reason;
import io.tallyport.core.inventory.StockFigure;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.rule.QuantityRule;
import io.tallyport.core.rule.RuleAspect;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** One row of a plan file. Fields without a value are left out. */
final class PlanRowJson {

    private PlanRowJson() {}

    static void write(PlanRow row, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("key", row.key());
        out.writeStringField("title", row.title());
        out.writeStringField("figure", row.figure().name());
        id(out, "sourceItem", row.sourceItem());
        id(out, "targetItem", row.targetItem());
        quantity(out, "acknowledged", row.acknowledged());
        quantity(out, "local", row.local());
        quantity(out, "remote", row.remote());
        quantity(out, "desired", row.desired());
        out.writeStringField("action", row.action().name());
        out.writeStringField("reason", row.reason().name());
        if (row.hold() != Hold.FREE) {
            out.writeStringField("hold", row.hold().name());
        }
        if (!row.rule().equals(QuantityRule.PLAIN)) {
            rule(out, row.rule());
        }
        out.writeEndObject();
    }

    private static void rule(JsonGenerator out, QuantityRule rule) throws IOException {
        out.writeObjectFieldStart("rule");
        out.writeStringField("name", rule.name());
        quantity(out, "fixed", rule.fixed());
        for (var term : rule.terms().entrySet()) {
            out.writeStringField(term.getKey().word(), term.getValue());
        }
        out.writeEndObject();
    }

    private static void id(JsonGenerator out, String name, Optional<ExternalId> id) throws IOException {
        if (id.isPresent()) {
            out.writeStringField(name, id.get().value());
        }
    }

    private static void quantity(JsonGenerator out, String name, Optional<Quantity> quantity) throws IOException {
        if (quantity.isPresent()) {
            out.writeNumberField(name, quantity.get().units());
        }
    }

    static PlanRow read(JsonNode row) {
        return new PlanRow(
                row.required("key").asText(),
                row.required("title").asText(),
                StockFigure.valueOf(row.required("figure").asText()),
                text(row, "sourceItem").map(ExternalId::new),
                text(row, "targetItem").map(ExternalId::new),
                quantity(row, "acknowledged"),
                quantity(row, "local"),
                quantity(row, "remote"),
                quantity(row, "desired"),
                Action.valueOf(row.required("action").asText()),
                Reason.valueOf(row.required("reason").asText()),
                text(row, "hold").map(Hold::valueOf).orElse(Hold.FREE),
                row.has("rule") ? rule(row.required("rule")) : QuantityRule.PLAIN);
    }

    private static QuantityRule rule(JsonNode rule) {
        String name = rule.required("name").asText();
        Optional<Quantity> fixed = quantity(rule, "fixed");
        if (fixed.isPresent()) {
            return QuantityRule.fixed(name, fixed.get());
        }
        Map<RuleAspect, String> terms = new EnumMap<>(RuleAspect.class);
        rule.properties().stream()
                .filter(field -> !field.getKey().equals("name"))
                .forEach(field -> terms.put(
                        RuleAspect.ofWord(field.getKey()), field.getValue().asText()));
        return QuantityRule.of(name, terms);
    }

    private static Optional<String> text(JsonNode row, String name) {
        return row.has(name) ? Optional.of(row.required(name).asText()) : Optional.empty();
    }

    private static Optional<Quantity> quantity(JsonNode row, String name) {
        return row.has(name) ? Optional.of(new Quantity(row.required(name).decimalValue())) : Optional.empty();
    }
}
