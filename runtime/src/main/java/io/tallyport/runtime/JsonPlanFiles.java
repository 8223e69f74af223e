package io.tallyport.runtime;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tallyport.core.inventory.PlanErrors;
import io.tallyport.core.inventory.PlanFiles;
import io.tallyport.core.inventory.PlanHeader;
import io.tallyport.core.inventory.PlanRow;
import io.tallyport.core.inventory.PlanSummary;
import io.tallyport.core.inventory.StockPlan;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Plan files as JSON: one object, its parts in a fixed order, one row a line, then what is known after the last row, and
 * the hash last. Equal plans give equal bytes.
 */
final class JsonPlanFiles implements PlanFiles {

    private static final String FORMAT = "tallyport.stock-plan";
    private static final int VERSION = 1;
    private static final String OPERATION = "plan file";

    private final ObjectMapper json = new ObjectMapper(JsonFactory.builder()
                    .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

    @Override
    public StockPlan write(Path file, PlanHeader header, Rows rows) {
        return SealedFile.write(file, OPERATION, part -> writePart(part, header, rows));
    }

    private StockPlan writePart(Path part, PlanHeader header, Rows rows) throws IOException {
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16)) {
            PlanHash hash = new PlanHash();
            RowLines lines = new RowLines(json, hash.through(file));
            lines.text("{\"format\":\"" + FORMAT + "\",\"version\":" + VERSION + ",\n");
            fields(lines, PlanJson.write(header, json.createObjectNode()));
            lines.text("\"rows\":[");
            PlanSummary summary = lines.write(rows::writeTo, PlanRowJson::write);
            lines.text(PlanTail.END_OF_ROWS);
            fields(lines, PlanJson.write(summary, json.createObjectNode()));
            String hex = hash.hex();
            file.write(PlanHash.tail(hex).getBytes(StandardCharsets.UTF_8));
            return StockPlan.of(header, summary, hex);
        }
    }

    private void fields(RowLines out, ObjectNode fields) throws IOException {
        for (var field : fields.properties()) {
            out.text("\"" + field.getKey() + "\":" + json.writeValueAsString(field.getValue()) + ",\n");
        }
    }

    @Override
    public StockPlan open(Path file) {
        try {
            ObjectNode head = json.createObjectNode();
            try (JsonParser parser = parser(file)) {
                readHead(parser, head, file);
            }
            String hash = PlanHash.check(file).orElseThrow(() -> refused(file, "it has been altered or is cut off"));
            String tail = PlanTail.read(file).orElseThrow(() -> refused(file, "it is not a plan: its rows do not end"));
            return StockPlan.of(PlanJson.header(head), PlanJson.summary(json.readTree(tail)), hash);
        } catch (IOException | IllegalArgumentException | NullPointerException unreadable) {
            throw unreadable(file, unreadable);
        }
    }

    @Override
    public void rows(Path file, Consumer<PlanRow> each) {
        try (JsonParser parser = parser(file)) {
            readHead(parser, json.createObjectNode(), file);
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                JsonNode row = parser.readValueAsTree();
                each.accept(PlanRowJson.read(row));
            }
        } catch (IOException unreadable) {
            throw unreadable(file, unreadable);
        }
    }

    private JsonParser parser(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        return json.getFactory().createParser(in);
    }

    /** Reads up to the rows; the parser stands on the array's start afterwards. */
    private void readHead(JsonParser parser, ObjectNode head, Path file) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw refused(file, "it is not a plan");
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (name.equals("rows")) {
                checkFormat(head, file);
                return;
            }
            JsonNode value = parser.readValueAsTree();
            head.set(name, value);
        }
        throw refused(file, "it is not a plan: it has no rows");
    }

    private static void checkFormat(ObjectNode head, Path file) {
        if (!head.path("format").asText().equals(FORMAT)) {
            throw refused(file, "it is not a stock plan");
        }
        int version = head.path("version").asInt();
        if (version != VERSION) {
            throw refused(file, "it has format version " + version + ", this program reads version " + VERSION);
        }
    }

    private static PortException unreadable(Path file, Exception why) {
        if (why instanceof NoSuchFileException) {
            return refused(file, "there is no such file");
        }
        return refused(file, "it cannot be read: " + why.getMessage());
    }

    private static PortException.Rejected refused(Path file, String why) {
        return new PortException.Rejected(
                FailureContext.of(OPERATION).withCode(PlanErrors.UNREADABLE_PLAN), file + ": " + why);
    }
}
