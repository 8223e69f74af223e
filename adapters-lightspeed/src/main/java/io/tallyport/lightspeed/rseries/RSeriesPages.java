package io.tallyport.lightspeed.rseries;

import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import io.tallyport.remote.Answer;
import io.tallyport.remote.CallSpec;
import io.tallyport.remote.Problem;
import io.tallyport.remote.RemoteCalls;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Reads lists page by page, following {@code next} (vendor page introduction/pagination), and writes rows. Thread-safe. */
final class RSeriesPages {

    /** The vendor's maximum. */
    static final String LIMIT = "100";

    private static final int OVERLOADED = 503;

    private static final double COUNT_COST = 10;
    /** The request, and one entity within it. */
    private static final double SET_COST = 1.5;

    private final RSeriesApi api;
    private final RemoteCalls calls;
    private final RSeriesUrls urls;
    private final ConnectionId connection;

    RSeriesPages(RSeriesApi api, RemoteCalls calls, RSeriesUrls urls, ConnectionId connection) {
        this.api = api;
        this.calls = calls;
        this.urls = urls;
        this.connection = connection;
    }

    /** One page of rows, where the next one is, and the server's time. */
    record Rows<R>(List<R> rows, Optional<Cursor> next, Optional<Instant> date) {}

    /** The answer to who we are. */
    Answer<PageWire> accounts() {
        return calls.call(CallSpec.read("Account.get"), () -> api.page(urls.accounts()));
    }

    /** The first page, or the one at {@code cursor}. */
    <R> Rows<R> page(
            String operation,
            double cost,
            String entity,
            Map<String, String> parameters,
            Optional<Cursor> cursor,
            Function<PageWire, List<R>> reading) {
        URI url = cursor.map(from -> resumed(operation, entity, from)).orElseGet(() -> urls.first(entity, parameters));
        return calls.call(CallSpec.read(operation).costing(cost), () -> api.page(url), answer -> {
            PageWire page = answer.body();
            return new Rows<>(
                    reading.apply(page), page.next().map(next -> urls.next(entity, url, next)), answer.date());
        });
    }

    /** All pages; for lists that are known to be short. A circle of pages is a Protocol failure. */
    <R> List<List<R>> each(
            String operation,
            double cost,
            String entity,
            Map<String, String> parameters,
            Function<PageWire, List<R>> reading) {
        List<List<R>> all = new ArrayList<>();
        Set<Cursor> been = new HashSet<>();
        Optional<Cursor> cursor = Optional.empty();
        do {
            Rows<R> page = page(operation, cost, entity, parameters, cursor, reading);
            all.add(page.rows());
            cursor = page.next();
            if (cursor.isPresent() && !been.add(cursor.get())) {
                throw new PortException.Protocol(
                        FailureContext.of(operation).on(connection).withCode(LightspeedErrors.UNREADABLE),
                        "the platform's pages go in a circle",
                        null);
            }
        } while (cursor.isPresent());
        return all;
    }

    /** Writes one row, once. */
    void put(String operation, String entity, ExternalId row, SetQohWire figure) {
        URI url = urls.one(entity, row.value());
        calls.call(CallSpec.writeOnce(operation).costing(SET_COST), () -> api.set(url, figure));
    }

    /** One row, as a list. */
    <R> List<R> one(String operation, String entity, ExternalId row, Function<PageWire, List<R>> reading) {
        URI url = urls.one(entity, row.value());
        return calls.call(CallSpec.read(operation), () -> api.page(url), answer -> reading.apply(answer.body()));
    }

    /**
     * A write that is sent once, with what its answer says. Whoever answers 503 for the platform need not know whether the write
     * was done before, so then it may have been.
     *
     * @param row empty for a new one
     */
    <R> R writeOnce(
            String operation,
            BiFunction<RSeriesApi, URI, Answer<PageWire>> request,
            String entity,
            Optional<ExternalId> row,
            Function<PageWire, R> reading) {
        URI url = row.map(id -> urls.one(entity, id.value())).orElseGet(() -> urls.first(entity, Map.of()));
        try {
            return calls.call(
                    CallSpec.writeOnce(operation),
                    () -> request.apply(api, url),
                    answer -> reading.apply(answer.body()));
        } catch (PortException.Transient failed) {
            if (failed.context().vendorStatus().orElse(0) != OVERLOADED) {
                throw failed;
            }
            throw new PortException.UnknownOutcome(failed.context(), "overloaded, it may have been done", failed);
        }
    }

    ConnectionId connection() {
        return connection;
    }

    /** How many rows there are; dear. */
    long count(String operation, String entity) {
        return count(operation, entity, Map.of());
    }

    /** How many rows a filter leaves; dear. */
    long count(String operation, String entity, Map<String, String> filter) {
        Map<String, String> parameters = new LinkedHashMap<>(filter);
        parameters.put("count", "1");
        URI url = urls.first(entity, parameters);
        return calls.call(
                CallSpec.read(operation).costing(COUNT_COST),
                () -> api.page(url),
                answer -> number(answer.body().count().orElse("")));
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            throw Problem.unreadable("the count is not a number").asException();
        }
    }

    private URI resumed(String operation, String entity, Cursor cursor) {
        return urls.resumed(entity, cursor)
                .orElseThrow(() -> new PortException.Rejected(
                        FailureContext.of(operation).on(connection).withCode(LightspeedErrors.REFUSED),
                        "the cursor is not one of this read; begin the read again"));
    }
}
