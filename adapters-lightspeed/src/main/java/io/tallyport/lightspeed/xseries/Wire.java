package io.tallyport.lightspeed.xseries;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.remote.Problem;
import io.tallyport.remote.Problem.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Reads answers strictly by the contract of the version that was asked, since an expired version is not refused but
 * answered by another, whose paging or figures would be misread in silence.
 *
 * <p>Rests on the vendor's pages pagination and versioning-strategy. Every method throws {@link
 * io.tallyport.remote.ProblemException} for what does not fit.
 */
final class Wire {

    private static final ObjectMapper MAPPER = XSeriesApi.mapper();

    private Wire() {}

    /** The {@code data} of an answer. */
    static <T> T data(JsonNode body, Class<T> type, ApiVersion version) {
        JsonNode data = body.path("data");
        if (!data.isObject()) {
            throw mismatch(version, "an object \"data\" was expected").asException();
        }
        return value(data, type, version);
    }

    /** Rows under {@code data} that tell nothing of versions. */
    static <R> List<R> list(JsonNode body, Class<R> type, ApiVersion version) {
        JsonNode data = body.path("data");
        if (!data.isArray()) {
            throw mismatch(version, "a list \"data\" was expected").asException();
        }
        return rows(data, type, version);
    }

    /** Rows in an envelope, {@code {"data":[...],"version":{"min","max"}}}. */
    static <R extends Versioned> VersionPage<R> enveloped(
            JsonNode body, Class<R> type, ApiVersion version, long after) {
        JsonNode data = body.path("data");
        if (!body.isObject() || !(data.isArray() || data.isNull())) {
            throw mismatch(version, "a list \"data\" was expected").asException();
        }
        JsonNode max = body.path("version").path("max");
        if (data.isEmpty() && max.isIntegralNumber() && max.longValue() > after) {
            throw Problem.of(
                            Kind.GARBLED,
                            "a page without rows says that its rows go up to version " + max.longValue(),
                            XSeriesErrors.UNREADABLE)
                    .asException();
        }
        return page(rows(data, type, version), max, version, after);
    }

    /** Rows without an envelope. */
    static <R extends Versioned> VersionPage<R> bare(JsonNode body, Class<R> type, ApiVersion version, long after) {
        return page(bareRows(body, type, version), body.path("version"), version, after);
    }

    /** Rows in either form, for lists of which the vendor's pages show both. */
    static <R extends Versioned> VersionPage<R> either(JsonNode body, Class<R> type, ApiVersion version, long after) {
        return body.isArray() ? bare(body, type, version, after) : enveloped(body, type, version, after);
    }

    /** One thing with an id, under {@code data} or flat. */
    static ObjectNode one(JsonNode body, ApiVersion version) {
        JsonNode one = body.path("data").isObject() ? body.path("data") : body;
        if (one instanceof ObjectNode object && !object.path("id").asText("").isBlank()) {
            return object;
        }
        throw mismatch(version, "an object with an id was expected").asException();
    }

    /** The id of the one thing that came. */
    static ExternalId id(JsonNode body, ApiVersion version) {
        return new ExternalId(one(body, version).path("id").asText());
    }

    /** Rows without an envelope that are not paged. */
    static <R> List<R> bareRows(JsonNode body, Class<R> type, ApiVersion version) {
        if (!body.isArray()) {
            throw mismatch(version, "a list without envelope was expected").asException();
        }
        return rows(body, type, version);
    }

    private static <R> List<R> rows(JsonNode list, Class<R> type, ApiVersion version) {
        List<R> rows = new ArrayList<>(list.size());
        for (JsonNode each : list) {
            if (!each.isObject()) {
                throw mismatch(version, "a row is no object").asException();
            }
            rows.add(value(each, type, version));
        }
        return rows;
    }

    static <T> T value(JsonNode node, Class<T> type, ApiVersion version) {
        try {
            return Objects.requireNonNull(MAPPER.treeToValue(node, type));
        } catch (JsonProcessingException e) {
            throw mismatch(version, e.getOriginalMessage()).asException();
        }
    }

    /**
     * Goes on after the last row that came, not after the version that the envelope names: should a page have lost its
     * end, it is read again.
     */
    private static <R extends Versioned> VersionPage<R> page(
            List<R> rows, JsonNode max, ApiVersion version, long after) {
        long last = after;
        ensureNoRepetition(rows, after);
        for (R row : rows) {
            Long own = row.version();
            if (own == null) {
                return withoutVersions(rows, max, version, after);
            }
            if (own < last || own <= after) {
                throw mismatch(
                                version,
                                "rows of rising versions above " + after + " were expected, version " + own + " came")
                        .asException();
            }
            last = own;
        }
        return new VersionPage<>(rows, last);
    }

    /** A page that only repeats what came before is asked for again. */
    private static void ensureNoRepetition(List<? extends Versioned> rows, long after) {
        boolean repeated = !rows.isEmpty()
                && rows.stream().map(Versioned::version).allMatch(version -> version != null && version <= after);
        if (repeated) {
            throw Problem.of(
                            Kind.GARBLED,
                            "a page repeats rows from before version " + after + ", which was asked to be left behind",
                            XSeriesErrors.UNREADABLE)
                    .asException();
        }
    }

    private static <R> VersionPage<R> withoutVersions(List<R> rows, JsonNode max, ApiVersion version, long after) {
        if (!max.isIntegralNumber() || max.longValue() <= after) {
            throw mismatch(version, "the rows do not say their version, nor does the page a higher one")
                    .asException();
        }
        return new VersionPage<>(rows, max.longValue());
    }

    /** Not in the form of {@code version}. */
    static Problem mismatch(ApiVersion version, String what) {
        return Problem.of(
                Kind.UNREADABLE,
                "the answer is not in the form of API version " + version + ": " + what,
                XSeriesErrors.VERSION_MISMATCH);
    }
}
