package io.tallyport.runtime;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tallyport.core.connection.Environment;
import io.tallyport.core.inventory.StockLevel;
import io.tallyport.core.inventory.Stocking;
import io.tallyport.core.inventory.undo.BackupHeader;
import io.tallyport.core.inventory.undo.BackupPart;
import io.tallyport.core.inventory.undo.BackupRow;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.Sku;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The parts of a backup file. Fields without a value are left out. */
final class BackupJson {

    private BackupJson() {}

    static ObjectNode write(BackupHeader header, ObjectNode out) {
        out.put("id", header.id());
        out.put("connection", header.connection().value());
        out.put("platform", header.platform());
        out.put("account", header.account());
        out.put("environment", header.environment().name());
        out.put("begun", header.begun().toString());
        return out;
    }

    static BackupHeader header(JsonNode in) {
        return new BackupHeader(
                text(in, "id"),
                new ConnectionId(text(in, "connection")),
                text(in, "platform"),
                text(in, "account"),
                Environment.valueOf(text(in, "environment")),
                Instant.parse(text(in, "begun")));
    }

    static ArrayNode write(List<BackupPart> parts, ArrayNode out) {
        for (BackupPart part : parts) {
            ObjectNode one = out.addObject();
            one.put("location", part.location().value());
            one.put("name", part.name());
            one.put("begun", part.begun().toString());
            one.put("ended", part.ended().toString());
            one.put("rows", part.rows());
            one.put("complete", part.complete());
        }
        return out;
    }

    /** What stands after the rows. */
    static List<BackupPart> parts(JsonNode tail) {
        List<BackupPart> parts = new ArrayList<>();
        for (JsonNode one : tail.required("locations")) {
            parts.add(new BackupPart(
                    new ExternalId(text(one, "location")),
                    text(one, "name"),
                    Instant.parse(text(one, "begun")),
                    Instant.parse(text(one, "ended")),
                    one.required("rows").asLong(),
                    one.required("complete").asBoolean()));
        }
        return parts;
    }

    static void write(BackupRow row, JsonGenerator out) throws IOException {
        StockLevel level = row.level();
        out.writeStartObject();
        out.writeStringField("location", row.location().value());
        out.writeStringField("item", level.item().value());
        if (level.sku().isPresent()) {
            out.writeStringField("sku", level.sku().get().value());
        }
        out.writeStringField("title", level.title());
        out.writeBooleanField("tracked", level.tracked());
        out.writeStringField("stocking", level.stocking().name());
        quantity(out, "onHand", level.onHand());
        quantity(out, "available", level.available());
        out.writeEndObject();
    }

    private static void quantity(JsonGenerator out, String name, Optional<Quantity> quantity) throws IOException {
        if (quantity.isPresent()) {
            out.writeNumberField(name, quantity.get().units());
        }
    }

    static BackupRow row(JsonNode in) {
        return new BackupRow(
                new ExternalId(text(in, "location")),
                new StockLevel(
                        new ExternalId(text(in, "item")),
                        in.has("sku") ? Optional.of(new Sku(text(in, "sku"))) : Optional.empty(),
                        text(in, "title"),
                        in.required("tracked").asBoolean(),
                        Stocking.valueOf(text(in, "stocking")),
                        quantity(in, "onHand"),
                        quantity(in, "available")));
    }

    private static Optional<Quantity> quantity(JsonNode in, String name) {
        return in.has(name) ? Optional.of(new Quantity(in.required(name).decimalValue())) : Optional.empty();
    }

    private static String text(JsonNode in, String name) {
        return in.required(name).asText();
    }
}
