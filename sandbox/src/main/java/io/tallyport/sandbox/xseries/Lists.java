package io.tallyport.sandbox.xseries;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tallyport.sandbox.http.FaultKind;
import io.tallyport.sandbox.http.Json;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Pages of rows: cut from a table or a few rows, and written with an envelope or bare. */
final class Lists {

    private Lists() {}

    /** A page of a table, with the fault that is on. */
    static <R extends Versioned> Page<R> of(VersionedTable<R> table, Window window, Optional<FaultKind> fault) {
        return of(table, window, row -> true, fault);
    }

    /** The same of those rows alone that are wanted. */
    static <R extends Versioned> Page<R> of(
            VersionedTable<R> table, Window window, Predicate<R> wanted, Optional<FaultKind> fault) {
        Predicate<R> filter = row -> shown(row, window) && wanted.test(row);
        List<R> rows = fault.filter(FaultKind.DUPLICATE_PAGE::equals).isPresent()
                ? table.repeated(window, filter)
                : table.page(window, filter);
        Page<R> page = Page.of(rows);
        return fault.filter(FaultKind.TRUNCATED_PAGE::equals).isPresent() ? page.truncated() : page;
    }

    /** A page of a few rows that were found otherwise. */
    static <R extends Versioned> Page<R> of(Stream<R> rows, Window window) {
        Comparator<R> ascending = Comparator.comparingLong(Versioned::version);
        return Page.of(rows.filter(row -> shown(row, window))
                .filter(row -> row.version() > window.after() && row.version() < window.before())
                .sorted(window.descending() ? ascending.reversed() : ascending)
                .limit(window.size())
                .toList());
    }

    /** The rows under {@code data} with the versions they span, which are null where there are none. */
    static <R extends Versioned> ObjectNode envelope(Page<R> page, Function<R, ? extends JsonNode> rendering) {
        ObjectNode envelope = Json.object();
        envelope.set("data", bare(page, rendering));
        envelope.putObject("version")
                .put("min", page.min().orElse(null))
                .put("max", page.max().orElse(null));
        return envelope;
    }

    /** The rows alone. */
    static <R extends Versioned> ArrayNode bare(Page<R> page, Function<R, ? extends JsonNode> rendering) {
        ArrayNode rows = Json.object().putArray("data");
        page.rows().forEach(row -> rows.add(rendering.apply(row)));
        return rows;
    }

    static ObjectNode wrapped(JsonNode one) {
        ObjectNode wrapped = Json.object();
        wrapped.set("data", one);
        return wrapped;
    }

    private static boolean shown(Versioned row, Window window) {
        return window.deleted() || !row.deleted();
    }
}
