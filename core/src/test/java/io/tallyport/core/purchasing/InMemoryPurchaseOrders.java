package io.tallyport.core.purchasing;

import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.InMemoryTable;
import io.tallyport.core.kernel.Page;
import io.tallyport.core.kernel.PortException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Purchase orders in memory. */
public final class InMemoryPurchaseOrders implements PurchaseOrderStore {

    private static final int PAGE = 100;

    private final InMemoryTable<Long, PurchaseOrder> orders = new InMemoryTable<>();
    private final InMemoryTable<Integer, Long> numbers = new InMemoryTable<>();

    @Override
    public synchronized PurchaseOrder add(OrderDraft draft, String actor, Instant now) {
        Instant at = now.truncatedTo(ChronoUnit.MICROS);
        PurchaseOrderId id = draft.id().orElseGet(() -> next(at));
        if (find(id).isPresent()) {
            throw new PortException.Conflict(FailureContext.of("add order"), "there is an order " + id + " already");
        }
        PurchaseOrder order = PurchaseOrder.of(id, draft, actor, at);
        orders.put(orders.values().size() + 1L, order);
        return order;
    }

    private PurchaseOrderId next(Instant now) {
        int year = now.atOffset(ZoneOffset.UTC).getYear();
        PurchaseOrderId id;
        do {
            long number = numbers.get(year).orElse(0L) + 1;
            numbers.put(year, number);
            id = PurchaseOrderId.of(year, number);
        } while (find(id).isPresent());
        return id;
    }

    @Override
    public Optional<PurchaseOrder> find(PurchaseOrderId id) {
        return orders.values().stream().filter(order -> order.id().equals(id)).findFirst();
    }

    @Override
    public synchronized Optional<PurchaseOrder> replace(PurchaseOrder order, Instant now) {
        return orders.copy().entrySet().stream()
                .filter(entry -> entry.getValue().id().equals(order.id())
                        && entry.getValue().revision() == order.revision())
                .findFirst()
                .map(entry -> {
                    PurchaseOrder stored = order.stored(order.revision() + 1, now.truncatedTo(ChronoUnit.MICROS));
                    orders.put(entry.getKey(), stored);
                    return stored;
                });
    }

    @Override
    public Page<PurchaseOrder> list(OrderFilter filter, Optional<Cursor> cursor) {
        int from = cursor.map(at -> Integer.parseInt(at.value())).orElse(0);
        List<PurchaseOrder> all =
                orders.values().stream().filter(filter::covers).toList();
        int to = Math.min(all.size(), from + PAGE);
        List<PurchaseOrder> items = all.subList(Math.min(from, to), to);
        return to == all.size() ? Page.last(items, all.size()) : Page.withNext(items, new Cursor(Integer.toString(to)));
    }
}
