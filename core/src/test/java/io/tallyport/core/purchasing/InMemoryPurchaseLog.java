package io.tallyport.core.purchasing;

import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.InMemoryTable;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What happened to orders, in memory. */
public final class InMemoryPurchaseLog implements PurchaseLog {

    private final InMemoryTable<Long, PurchaseEvent> events = new InMemoryTable<>();
    private long last;

    @Override
    public synchronized void append(PurchaseEvent event) {
        events.put(
                ++last,
                new PurchaseEvent(
                        event.order(),
                        event.at().truncatedTo(ChronoUnit.MICROS),
                        event.kind(),
                        event.code(),
                        event.message(),
                        event.actor()));
    }

    @Override
    public List<PurchaseEvent> of(PurchaseOrderId order) {
        return events.values().stream()
                .filter(event -> event.order().equals(order))
                .toList();
    }

    @Override
    public Alerts alerts(Optional<Cursor> since, int limit) {
        long from = since.map(at -> Long.parseLong(at.value())).orElse(0L);
        List<Map.Entry<Long, PurchaseEvent>> found = events.copy().tailMap(from + 1).entrySet().stream()
                .filter(entry -> entry.getValue().kind() == PurchaseEvent.Kind.ALERT)
                .limit(limit)
                .toList();
        Optional<Cursor> next = found.isEmpty()
                ? since
                : Optional.of(
                        new Cursor(Long.toString(found.get(found.size() - 1).getKey())));
        return new Alerts(found.stream().map(Map.Entry::getValue).toList(), next);
    }

    @Override
    public List<PurchaseEvent> latestAlerts(int limit) {
        return new TreeMap<>(events.copy())
                .descendingMap().values().stream()
                        .filter(event -> event.kind() == PurchaseEvent.Kind.ALERT)
                        .limit(limit)
                        .toList();
    }
}
