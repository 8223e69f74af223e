package io.tallyport.core.inventory;

import io.tallyport.core.connection.SkuScope;
import io.tallyport.core.kernel.ExternalId;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One side while it is matched: what takes part in matching by SKU, in order, with a look ahead. */
final class MatchingSide {

    private final Iterator<StockLevel> levels;
    private final SkuScope scope;
    private final Set<ExternalId> mapped;
    private final ArrayDeque<StockLevel> ahead = new ArrayDeque<>(4);
    private @Nullable StockLevel read;

    MatchingSide(Iterator<StockLevel> levels, SkuScope scope, Set<ExternalId> mapped) {
        this.levels = levels;
        this.scope = scope;
        this.mapped = mapped;
    }

    /** The key of what comes next; null at the end. */
    @Nullable
    String key() {
        StockLevel first = fill(1) ? ahead.peekFirst() : null;
        return first == null ? null : OrderedLevels.key(first);
    }

    /** How many of the next levels have the SKU {@code key}: none, one, or several, which is told as two or three. */
    int skusAt(String key) {
        // Items are unique, so only one of them can be its own key: the third at the latest is the second SKU.
        fill(3);
        int found = 0;
        for (StockLevel level : ahead) {
            if (!OrderedLevels.key(level).equals(key)) {
                break;
            }
            found += level.sku().isPresent() ? 1 : 0;
        }
        return found;
    }

    /** Takes the next level if it has that key. */
    @Nullable
    StockLevel poll(String key) {
        return key.equals(key()) ? ahead.pollFirst() : null;
    }

    private boolean fill(int count) {
        while (ahead.size() < count && levels.hasNext()) {
            StockLevel level = levels.next();
            if (read != null && OrderedLevels.ORDER.compare(read, level) >= 0) {
                throw new IllegalStateException("levels must come in order, each once; " + level.item() + " does not");
            }
            read = level;
            if (takesPart(level)) {
                ahead.addLast(level);
            }
        }
        return ahead.size() >= count;
    }

    private boolean takesPart(StockLevel level) {
        boolean covered = level.sku().isPresent() ? scope.covers(level.sku().get()) : scope.equals(SkuScope.ALL);
        return covered && !mapped.contains(level.item());
    }
}
