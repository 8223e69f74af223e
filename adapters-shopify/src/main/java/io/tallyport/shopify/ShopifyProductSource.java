package io.tallyport.shopify;

import io.tallyport.core.catalog.ProductSource;
import io.tallyport.core.catalog.Variant;
import io.tallyport.core.catalog.VariantPage;
import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The variants of all products, whatever their status, page by page.
 *
 * <p>Nothing is filtered in the listing, since a filter goes through Shopify's search index. Shopify's own count proves a
 * read complete; beyond 25,000 variants its pages end and it does not count, so that a read proves nothing there. Of a
 * product's pictures the first ten are read.
 */
final class ShopifyProductSource implements ProductSource {

    private static final String MARK = "products:";

    private final ShopifyClient client;
    private final PageSize pageSize = new PageSize();
    private final PageSize itemsSize = new PageSize();
    private volatile @Nullable VariantMapper mapper;

    ShopifyProductSource(ShopifyClient client) {
        this.client = client;
    }

    @Override
    public VariantPage variants(Optional<Cursor> cursor) {
        LevelsCursor at = cursor.map(this::parsed).orElse(LevelsCursor.START);
        VariantMapper reading = mapper();
        Rows rows = pageSize.fit(first -> client.read(
                Document.PRODUCTS,
                new Queries.Products(first, at.after()),
                ProductsWire.Data.class,
                data -> Rows.of(data.productVariants(), at, reading)));
        return rows.next()
                .map(next -> new VariantPage(
                        rows.variants(),
                        Optional.of(new Cursor(MARK + next.cursor().value())),
                        OptionalLong.empty()))
                .orElseGet(() -> new VariantPage(rows.variants(), Optional.empty(), total(rows)));
    }

    /** Counted at the end: a variant that was deleted meanwhile must not leave the read unproven. */
    private OptionalLong total(Rows rows) {
        OptionalLong all = ShopFacts.of(client).all();
        return all.isPresent() ? OptionalLong.of(Math.max(0, all.getAsLong() - rows.leftOut())) : all;
    }

    /**
     * One page.
     *
     * @param leftOut further variants of an inventory item, on this page and on those before it
     */
    private record Rows(List<Variant> variants, long leftOut, Optional<LevelsCursor> next) {

        static Rows of(Wire.Connection<ProductsWire.Variant> page, LevelsCursor at, VariantMapper mapper) {
            Map<String, Variant> rows = new LinkedHashMap<>();
            long leftOut = at.leftOut();
            long seenUpTo = at.seenUpTo();
            for (ProductsWire.Variant variant : page.nodes()) {
                boolean isRow = rows.putIfAbsent(variant.inventoryItem().id(), mapper.variant(variant)) == null;
                leftOut += !isRow && variant.number() > seenUpTo ? 1 : 0;
                seenUpTo = Math.max(seenUpTo, variant.number());
            }
            LevelsCursor end = new LevelsCursor(leftOut, seenUpTo, at.after());
            return new Rows(
                    List.copyOf(rows.values()), leftOut, page.next(at.after()).map(end::movedTo));
        }
    }

    @Override
    public List<Variant> variantsOf(Collection<ExternalId> items) {
        List<String> known = items.stream()
                .filter(Gid.INVENTORY_ITEM::fits)
                .map(ExternalId::value)
                .distinct()
                .toList();
        List<Variant> found = new ArrayList<>();
        for (int at = 0; at < known.size(); ) {
            int from = at;
            at += itemsSize.fit(most -> {
                List<String> part = known.subList(from, Math.min(known.size(), from + most));
                found.addAll(some(part));
                return part.size();
            });
        }
        return List.copyOf(found);
    }

    private List<Variant> some(List<String> items) {
        VariantMapper reading = mapper();
        return client.read(
                Document.PRODUCTS_OF,
                new Queries.ProductsOf(items),
                ProductsWire.NodesData.class,
                data -> data.variants().map(reading::variant).toList());
    }

    private VariantMapper mapper() {
        VariantMapper known = mapper;
        if (known == null) {
            known = new VariantMapper(ShopFacts.of(client).currency());
            mapper = known;
        }
        return known;
    }

    private LevelsCursor parsed(Cursor cursor) {
        if (cursor.value().startsWith(MARK)) {
            try {
                return LevelsCursor.parse(new Cursor(cursor.value().substring(MARK.length())));
            } catch (IllegalArgumentException notOurs) {
                // answered below
            }
        }
        throw new PortException.Rejected(
                FailureContext.of(Document.PRODUCTS.operation())
                        .on(client.connection())
                        .withCode(ShopifyErrors.INVALID_DATA),
                "the cursor is not one of this read; begin the read again");
    }
}
