package io.tallyport.lightspeed.xseries;

import io.tallyport.core.consignment.ItemLookup;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Sku;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds products by SKU with the platform's search, one call for fifty.
 *
 * <p>The search is there in API 2.0 alone, compares with lower-case SKUs and leaves deleted products out. What it finds is compared
 * here letter by letter. Rests on the vendor's API 2.0 reference for search.
 */
final class XSeriesItemSearch implements ItemLookup {

    private static final int SKUS_A_CALL = 50;

    private static final int ROWS = 1_000;

    /** Fewer rows than any page has that was cut. */
    private static final int SURELY_ALL = 100;

    private final XSeriesClient client;
    private final StockMapper stock = new StockMapper(false);

    XSeriesItemSearch(XSeriesClient client) {
        this.client = client;
    }

    @Override
    public Map<Sku, Set<ExternalId>> itemsOf(Collection<Sku> skus) {
        List<Sku> wanted = skus.stream().distinct().sorted().toList();
        Map<Sku, Set<ExternalId>> found = new HashMap<>();
        for (int from = 0; from < wanted.size(); from += SKUS_A_CALL) {
            search(wanted.subList(from, Math.min(wanted.size(), from + SKUS_A_CALL)), found);
        }
        return found;
    }

    private void search(List<Sku> skus, Map<Sku, Set<ExternalId>> found) {
        Set<Sku> wanted = Set.copyOf(skus);
        String words = skus.stream()
                .map(sku -> URLEncoder.encode(sku.value().toLowerCase(Locale.ROOT), StandardCharsets.UTF_8))
                .distinct()
                .map(word -> "&sku=" + word)
                .collect(Collectors.joining());
        int offset = 0;
        List<ProductWire> rows;
        do {
            rows = page(words, offset);
            for (ProductWire row : rows) {
                if (StockMapper.isSold(row)) {
                    stock.sku(row)
                            .filter(wanted::contains)
                            .ifPresent(sku -> found.computeIfAbsent(sku, fresh -> new HashSet<>())
                                    .add(new ExternalId(Objects.requireNonNull(row.id()))));
                }
            }
            offset += rows.size();
        } while (rows.size() >= SURELY_ALL);
    }

    private List<ProductWire> page(String words, int offset) {
        String path = "search?type=products&page_size=" + ROWS + "&offset=" + offset + words;
        return client.get("products.search", ApiVersion.TWO, path, Map.of(), body -> {
            List<ProductWire> rows = Wire.list(body, ProductWire.class, ApiVersion.TWO);
            rows.forEach(ProductFeed::check);
            return rows;
        });
    }
}
