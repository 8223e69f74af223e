package io.tallyport.lightspeed.xseries;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.PortException;
import io.tallyport.remote.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The calls about consignments. Answers are read with and without {@code data} around them, lists with and without an envelope:
 * the vendor's pages show all of it. Thread-safe.
 */
final class ConsignmentFeed {

    static final String READ = "consignments.read";
    private static final String ROOT = "consignments";
    private static final int NOT_FOUND = 404;

    private final ConsignmentOptions options;
    private final XSeriesClient client;

    ConsignmentFeed(ConsignmentOptions options, XSeriesClient client) {
        this.options = options;
        this.client = client;
    }

    ConsignmentOptions options() {
        return options;
    }

    XSeriesClient client() {
        return client;
    }

    /** Consignments after a version, the oldest change first. */
    VersionPage<ConsignmentWire> page(Map<String, String> filters, long after) {
        Map<String, Object> parameters = paging(after);
        parameters.putAll(filters);
        return client.get(
                "consignments.list",
                options.version(),
                ROOT,
                parameters,
                body -> Wire.either(body, ConsignmentWire.class, options.version(), after));
    }

    /** Everything that one says of itself; empty where the platform says that there is none. */
    Optional<ObjectNode> one(ExternalId id) {
        try {
            return Optional.of(
                    client.get(READ, options.version(), path(id), Map.of(), body -> Wire.one(body, options.version())));
        } catch (PortException.Rejected refused) {
            if (isMissing(refused)) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    /** All lines, to the empty page. */
    List<ConsignmentWire.Line> lines(ExternalId id) {
        List<ConsignmentWire.Line> all = new ArrayList<>();
        VersionPage<ConsignmentWire.Line> page;
        long after = 0;
        do {
            long from = after;
            page = client.get(
                    "consignments.lines",
                    options.version(),
                    path(id) + "/products",
                    paging(from),
                    body -> Wire.either(body, ConsignmentWire.Line.class, options.version(), from));
            all.addAll(page.rows());
            after = page.last();
        } while (!page.isEnd());
        return all;
    }

    /** Makes one, once; what comes back must name it. */
    <R> R create(ConsignmentWire.New asked, Function<JsonNode, R> reading) {
        return client.writeOnce(
                "consignments.create",
                url -> client.api().create(url, body(asked)),
                options.version(),
                ROOT,
                answer -> reading.apply(answer.body()));
    }

    /** Writes the whole of what one says of itself. */
    void replace(String operation, ExternalId id, JsonNode whole) {
        client.writeOnce(
                operation, url -> client.api().replace(url, body(whole)), options.version(), path(id), Answer::status);
    }

    void delete(ExternalId id) {
        client.writeOnce("consignments.delete", client.api()::delete, options.version(), path(id), Answer::status);
    }

    /** Adds to what is there; a bare list, whatever the option says of other bodies. */
    void bulk(ExternalId id, List<ConsignmentWire.Change> lines) {
        client.writeOnce(
                "consignments.add-lines",
                url -> client.api().create(url, lines),
                options.version(),
                path(id) + "/bulk",
                Answer::status);
    }

    /** Puts a product on it, without saying how many. */
    void addLine(ExternalId id, ConsignmentWire.Change line) {
        client.writeOnce(
                "consignments.add-line",
                url -> client.api().create(url, body(line)),
                options.version(),
                path(id) + "/products",
                Answer::status);
    }

    /** Changes a line; answers it as it is then, where the answer shows it. */
    <R> R changeLine(String operation, ExternalId id, ConsignmentWire.Change line, Function<JsonNode, R> reading) {
        return client.writeOnce(
                operation,
                url -> client.api().replace(url, body(line)),
                options.version(),
                path(id) + "/products/" + line.productId(),
                answer -> reading.apply(answer.body()));
    }

    static boolean isMissing(PortException.Rejected refused) {
        return refused.context().vendorStatus().orElse(0) == NOT_FOUND;
    }

    private Object body(Object flat) {
        return options.wrapped() ? Map.of("data", flat) : flat;
    }

    private Map<String, Object> paging(long after) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("after", after);
        parameters.put("page_size", options.pageSize());
        return parameters;
    }

    private static String path(ExternalId id) {
        return ROOT + "/" + id.value();
    }
}
