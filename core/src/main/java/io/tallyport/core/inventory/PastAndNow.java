package io.tallyport.core.inventory;

import io.tallyport.core.kernel.ExternalId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads the levels of now for some levels of the past at a time, and decides them. */
final class PastAndNow {

    private static final int BATCH = 250;

    private final InventorySource shop;
    private final ExternalId location;
    private final UndoDecision decision;
    private final Consumer<PlanRow> out;
    private final List<PastLevel> batch = new ArrayList<>();

    PastAndNow(InventorySource shop, ExternalId location, UndoDecision decision, Consumer<PlanRow> out) {
        this.shop = shop;
        this.location = location;
        this.decision = decision;
        this.out = out;
    }

    void add(PastLevel level) {
        batch.add(level);
        if (batch.size() == BATCH) {
            flush();
        }
    }

    void flush() {
        if (batch.isEmpty()) {
            return;
        }
        Map<ExternalId, StockLevel> now = new HashMap<>();
        shop.levelsOf(location, batch.stream().map(PastLevel::item).toList())
                .forEach(level -> now.put(level.item(), level));
        batch.forEach(past -> out.accept(decision.decide(past, Optional.ofNullable(now.get(past.item())))));
        batch.clear();
    }
}
