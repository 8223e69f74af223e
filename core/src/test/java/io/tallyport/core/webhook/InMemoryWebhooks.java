package io.tallyport.core.webhook;

import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.InMemoryTable;
import io.tallyport.core.kernel.Page;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** The inbox in memory. */
public final class InMemoryWebhooks implements WebhookInbox, WebhookArchive {

    private final InMemoryTable<WebhookId, Row> rows = new InMemoryTable<>();
    private final AtomicLong last = new AtomicLong();

    private record Row(WebhookEvent event, RawBody body, Optional<String> uniqueKey) {}

    @Override
    public synchronized List<StoredWebhook> store(List<NewWebhook> hooks) {
        return hooks.stream().map(this::store).toList();
    }

    private StoredWebhook store(NewWebhook hook) {
        Optional<String> key = Optional.of(hook.uniqueKey());
        if (rows.values().stream().anyMatch(row -> row.uniqueKey().equals(key))) {
            return StoredWebhook.DUPLICATE;
        }
        WebhookId id = new WebhookId(last.incrementAndGet());
        WebhookEvent event = hook.as(id);
        rows.put(id, new Row(with(event, event.state(), 0, Optional.empty(), ""), hook.body(), key));
        return StoredWebhook.added(id);
    }

    private static WebhookEvent with(
            WebhookEvent old, WebhookState state, int attempts, Optional<Instant> settled, String message) {
        return new WebhookEvent(
                old.id(),
                old.connection(),
                old.platform(),
                old.topic(),
                old.deliveryId(),
                old.hash(),
                old.size(),
                old.contentType(),
                old.trust(),
                state,
                attempts,
                old.receivedAt().truncatedTo(ChronoUnit.MICROS),
                settled.map(at -> at.truncatedTo(ChronoUnit.MICROS)),
                message.length() <= 2000 ? message : message.substring(0, 2000));
    }

    @Override
    public List<WebhookEvent> pending(ConnectionId connection, Optional<WebhookId> after, int limit) {
        return rows.values().stream()
                .map(Row::event)
                .filter(event -> event.connection().equals(connection) && event.state() == WebhookState.PENDING)
                .filter(event ->
                        after.filter(id -> event.id().compareTo(id) <= 0).isEmpty())
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized boolean settle(WebhookId id, WebhookVerdict verdict) {
        Optional<Row> row = rows.get(id).filter(known -> known.event().state() == WebhookState.PENDING);
        row.ifPresent(known -> {
            boolean settled = verdict.state().isSettled();
            WebhookEvent event = with(
                    known.event(),
                    verdict.state(),
                    known.event().attempts() + 1,
                    settled ? Optional.of(verdict.at()) : Optional.empty(),
                    verdict.message());
            boolean keeps = !settled || event.deliveryId().isPresent();
            rows.put(id, new Row(event, known.body(), keeps ? known.uniqueKey() : Optional.empty()));
        });
        return row.isPresent();
    }

    @Override
    public synchronized boolean replay(WebhookId id) {
        Optional<Row> row = rows.get(id).filter(known -> known.event().state().isSettled());
        row.ifPresent(known -> rows.put(
                id,
                new Row(
                        with(
                                known.event(),
                                WebhookState.PENDING,
                                0,
                                Optional.empty(),
                                known.event().message()),
                        known.body(),
                        known.uniqueKey())));
        return row.isPresent();
    }

    @Override
    public Optional<WebhookEvent> find(WebhookId id) {
        return rows.get(id).map(Row::event);
    }

    @Override
    public Optional<RawBody> body(WebhookId id) {
        return rows.get(id).map(Row::body);
    }

    @Override
    public Page<WebhookEvent> list(WebhookFilter filter, Optional<Cursor> after, int limit) {
        long before = after.map(cursor -> Long.parseLong(cursor.value())).orElse(Long.MAX_VALUE);
        List<WebhookEvent> found = rows.values().stream()
                .map(Row::event)
                .filter(filter::fits)
                .filter(event -> event.id().value() < before)
                .sorted(Comparator.comparing(WebhookEvent::id).reversed())
                .limit(limit + 1L)
                .toList();
        if (found.size() <= limit) {
            return Page.last(found);
        }
        List<WebhookEvent> page = found.subList(0, limit);
        return Page.withNext(page, new Cursor(page.get(limit - 1).id().toString()));
    }

    @Override
    public Map<WebhookState, Long> counts() {
        Map<WebhookState, Long> counts = new EnumMap<>(WebhookState.class);
        rows.values().forEach(row -> counts.merge(row.event().state(), 1L, Long::sum));
        return counts;
    }

    @Override
    public synchronized int prune(Instant before, int limit) {
        List<WebhookId> old = new ArrayList<>();
        for (Row row : rows.values()) {
            boolean past =
                    row.event().settledAt().filter(at -> at.isBefore(before)).isPresent();
            if (past && old.size() < limit) {
                old.add(row.event().id());
            }
        }
        old.forEach(rows::remove);
        return old.size();
    }
}
