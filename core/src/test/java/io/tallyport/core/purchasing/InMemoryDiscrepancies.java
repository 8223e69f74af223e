package io.tallyport.core.purchasing;

import io.tallyport.core.kernel.InMemoryTable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Discrepancies in memory. */
public final class InMemoryDiscrepancies implements DiscrepancyStore {

    private final InMemoryTable<Long, Kept> rows = new InMemoryTable<>();
    private long last;

    private record Key(PurchaseOrderId order, Discrepancy.Kind kind, String item) {

        static Key of(Discrepancy one) {
            return new Key(one.order(), one.kind(), one.item().value());
        }
    }

    @Override
    public synchronized List<Discrepancy> settle(PurchaseOrderId order, List<Discrepancy> present, Instant now) {
        Instant at = now.truncatedTo(ChronoUnit.MICROS);
        Map<Key, Discrepancy> left = new LinkedHashMap<>();
        present.forEach(one -> left.put(Key.of(one), one));
        rows.copy().forEach((number, kept) -> {
            if (kept.discrepancy().order().equals(order) && kept.closedAt().isEmpty()) {
                Discrepancy still = left.remove(Key.of(kept.discrepancy()));
                rows.put(
                        number,
                        still == null
                                ? new Kept(kept.discrepancy(), kept.openedAt(), Optional.of(at))
                                : new Kept(still, kept.openedAt(), Optional.empty()));
            }
        });
        left.values().forEach(one -> rows.put(++last, new Kept(one, at, Optional.empty())));
        return new ArrayList<>(left.values());
    }

    @Override
    public List<Kept> of(PurchaseOrderId order) {
        return rows.values().stream()
                .filter(kept -> kept.discrepancy().order().equals(order))
                .toList();
    }

    @Override
    public List<Kept> open(int limit) {
        return rows.values().stream()
                .filter(kept -> kept.closedAt().isEmpty())
                .limit(limit)
                .toList();
    }
}
