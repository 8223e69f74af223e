package io.tallyport.runtime.mapping;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.tallyport.core.catalog.mapping.CatalogueItem;
import io.tallyport.core.catalog.mapping.MappingLine;
import io.tallyport.core.catalog.mapping.MappingSheet;
import io.tallyport.core.kernel.Sku;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The JSON form: an object with {@code sku_mappings}, {@code unmapped_lightspeed} and {@code unmapped_shopify}. Mappings are
 * a list of objects, or one object from SKU to SKU.
 */
final class JsonSheet {

    private static final String MAPPINGS = "sku_mappings";
    private static final String UNMAPPED = "unmapped_";

    private final JsonFactory factory = new JsonFactory();

    void write(Writer out, MappingSheet sheet, SheetNames names) throws IOException {
        try (JsonGenerator json = factory.createGenerator(out).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeStringField("route", sheet.route().value());
            json.writeStringField("exported_at", sheet.at().toString());
            json.writeArrayFieldStart(MAPPINGS);
            for (MappingSheet.Row row : sheet.mappings()) {
                mapping(json, row, names);
            }
            json.writeEndArray();
            unmapped(json, names.source(), sheet.unmappedSources());
            unmapped(json, names.target(), sheet.unmappedTargets());
            json.writeEndObject();
        }
    }

    private static void mapping(JsonGenerator json, MappingSheet.Row row, SheetNames names) throws IOException {
        json.writeStartObject();
        field(json, names.sourceSku(), row.sourceSku().map(Sku::value));
        field(json, names.targetSku(), row.targetSku().map(Sku::value));
        json.writeStringField(
                names.sourceItem(), row.entry().mapping().sourceItem().value());
        json.writeStringField(
                names.targetItem(), row.entry().mapping().targetItem().value());
        field(json, "title", row.source().or(row::target).map(CatalogueItem::label));
        json.writeStringField("origin", SheetLines.word(row.entry().origin()));
        json.writeEndObject();
    }

    private static void unmapped(JsonGenerator json, String side, List<CatalogueItem> items) throws IOException {
        json.writeArrayFieldStart(UNMAPPED + side);
        for (CatalogueItem item : items) {
            json.writeStartObject();
            field(json, "sku", item.sku().map(Sku::value));
            json.writeStringField("item", item.item().value());
            json.writeStringField("title", item.label());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void field(JsonGenerator json, String name, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(name, value.get());
        }
    }

    List<MappingLine> read(String text, SheetNames names) throws IOException {
        List<MappingLine> lines = new ArrayList<>();
        boolean found = false;
        try (JsonParser json = factory.createParser(text)) {
            expect(json, json.nextToken(), JsonToken.START_OBJECT);
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean mappings = json.currentName().equals(MAPPINGS);
                JsonToken value = json.nextToken();
                if (!mappings) {
                    json.skipChildren();
                } else if (value == JsonToken.START_OBJECT) {
                    pairs(json, names, lines);
                } else {
                    expect(json, value, JsonToken.START_ARRAY);
                    objects(json, names, lines);
                }
                found |= mappings;
            }
        }
        if (!found) {
            throw new IllegalArgumentException("it has no \"" + MAPPINGS + "\"");
        }
        return lines;
    }

    /** One object from SKU to SKU, the POS's first. */
    private static void pairs(JsonParser json, SheetNames names, List<MappingLine> lines) throws IOException {
        boolean sourceFirst = names.source().equals("lightspeed");
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            int number = line(json);
            String first = json.currentName();
            Optional<String> second = value(json, json.nextToken());
            Map<String, String> fields = new HashMap<>();
            fields.put(sourceFirst ? names.sourceSku() : names.targetSku(), first);
            second.ifPresent(sku -> fields.put(sourceFirst ? names.targetSku() : names.sourceSku(), sku));
            lines.add(complete(number, fields, names));
        }
    }

    private static void objects(JsonParser json, SheetNames names, List<MappingLine> lines) throws IOException {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            expect(json, json.currentToken(), JsonToken.START_OBJECT);
            int number = line(json);
            Map<String, String> fields = new HashMap<>();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                value(json, json.nextToken()).ifPresent(value -> fields.put(name, value));
            }
            lines.add(complete(number, fields, names));
        }
    }

    private static MappingLine complete(int number, Map<String, String> fields, SheetNames names) {
        MappingLine line = lineOf(number, fields, names);
        if (line.source().isEmpty() || line.target().isEmpty()) {
            String side = line.source().isEmpty() ? names.source() : names.target();
            throw new IllegalArgumentException("line " + number
                    + ": a mapping must name both sides; this one has neither " + side + "_sku nor " + side + "_item");
        }
        return line;
    }

    private static MappingLine lineOf(int number, Map<String, String> fields, SheetNames names) {
        try {
            return new SheetLines(names).line(number, fields);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("line " + number + ": " + wrong.getMessage(), wrong);
        }
    }

    private static Optional<String> value(JsonParser json, JsonToken token) throws IOException {
        if (token.isStructStart()) {
            json.skipChildren();
            return Optional.empty();
        }
        return token == JsonToken.VALUE_NULL ? Optional.empty() : Optional.of(json.getText());
    }

    private static int line(JsonParser json) {
        return json.currentTokenLocation().getLineNr();
    }

    private static void expect(JsonParser json, JsonToken found, JsonToken wanted) {
        if (found != wanted) {
            throw new IllegalArgumentException("line " + line(json) + ": it must be "
                    + (wanted == JsonToken.START_ARRAY ? "a list, or an object from SKU to SKU" : "an object"));
        }
    }
}
