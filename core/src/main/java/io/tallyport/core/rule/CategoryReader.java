package io.tallyport.core.rule;

import io.tallyport.core.catalog.ProductSource;
import io.tallyport.core.catalog.Variant;
import io.tallyport.core.catalog.VariantPage;
import io.tallyport.core.connection.Connection;
import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Progress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Knows the categories of one connection's items: reads all products once a day, and an item that is new in between by
 * itself.
 */
public final class CategoryReader {

    /** How old the last whole read of products may be. */
    public static final Duration FRESH = Duration.ofHours(24);

    private static final int BATCH = 250;

    private final ItemCategories kept;
    private final ProductSource products;
    private final Connection connection;
    private final Clock clock;

    public CategoryReader(ItemCategories kept, ProductSource products, Connection connection, Clock clock) {
        this.kept = kept;
        this.products = products;
        this.connection = connection;
        this.clock = clock;
    }

    /**
     * Reads all products when that is due.
     *
     * @return the last read that came to its end
     */
    public CategoryRead refresh(Progress progress) {
        Optional<CategoryRead> last = kept.lastRead(connection.id())
                .filter(read -> read.basis().equals(connection.basis()))
                .filter(read ->
                        Duration.between(read.at(), clock.instant()).abs().compareTo(FRESH) < 0);
        return last.orElseGet(() -> readAll(progress));
    }

    private CategoryRead readAll(Progress progress) {
        Optional<CategoryRead> before = kept.lastRead(connection.id());
        Instant begun = clock.instant();
        long number = before.map(CategoryRead::number).orElse(0L) + 1;
        long changed = 0;
        Set<Cursor> cursors = new HashSet<>();
        Set<ExternalId> seen = new HashSet<>();
        Optional<Cursor> next = Optional.empty();
        do {
            VariantPage page = products.variants(next);
            page.variants().forEach(variant -> seen.add(variant.item()));
            changed += kept.put(connection.id(), number, categories(page.variants()));
            progress.at("reading categories of " + connection.id(), seen.size(), page.total());
            next = page.next();
            checkEnd(page, next, cursors, seen.size());
        } while (next.isPresent());
        long changes = before.map(CategoryRead::changes).orElse(0L) + (changed > 0 ? 1 : 0);
        CategoryRead read = new CategoryRead(number, changes, connection.basis(), begun);
        kept.finish(connection.id(), read);
        return read;
    }

    private void checkEnd(VariantPage page, Optional<Cursor> next, Set<Cursor> cursors, int seen) {
        if (next.isPresent() && !cursors.add(next.get())) {
            throw failed("the platform's pages go in a circle; try again");
        }
        OptionalLong total = page.total();
        if (next.isEmpty() && total.isPresent() && total.getAsLong() > seen) {
            throw failed("the platform told of " + total.getAsLong() + " items and gave " + seen + "; try again");
        }
    }

    private PortException.Protocol failed(String why) {
        return new PortException.Protocol(FailureContext.of("reading categories of " + connection.id()), why, null);
    }

    /** The categories of these items; the products of those that are new are read now. */
    public Map<ExternalId, Optional<String>> of(Collection<ExternalId> items) {
        Map<ExternalId, Optional<String>> found = new HashMap<>(kept.of(connection.id(), items));
        List<ExternalId> unknown = items.stream()
                .filter(item -> !found.containsKey(item))
                .distinct()
                .toList();
        long number = kept.lastRead(connection.id()).map(CategoryRead::number).orElse(0L);
        for (int from = 0; from < unknown.size(); from += BATCH) {
            List<ExternalId> part = unknown.subList(from, Math.min(unknown.size(), from + BATCH));
            Map<ExternalId, Optional<String>> told = new HashMap<>(categories(products.variantsOf(part)));
            new ArrayList<>(part).forEach(item -> told.putIfAbsent(item, Optional.empty()));
            kept.put(connection.id(), number, told);
            found.putAll(told);
        }
        return found;
    }

    private static Map<ExternalId, Optional<String>> categories(List<Variant> variants) {
        Map<ExternalId, Optional<String>> categories = new HashMap<>();
        variants.forEach(variant ->
                categories.put(variant.item(), variant.product().category().filter(name -> !name.isBlank())));
        return categories;
    }
}
