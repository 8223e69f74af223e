package io.tallyport.benchmarks;

import io.tallyport.core.connection.SkuScope;
import io.tallyport.sandbox.catalogue.CatalogueGenerator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Parts of the sandbox's catalogue that no SKU has in common. */
final class Scopes {

    private static final int PREFIX = 3;

    private Scopes() {}

    /** Parts of about the same size, by what SKUs begin with; everything for one part. */
    static List<SkuScope> parts(long seed, int skus, int number) {
        if (number == 1) {
            return List.of(SkuScope.ALL);
        }
        Map<String, Long> byPrefix = CatalogueGenerator.generate(seed, skus)
                .flatMap(item -> item.shopSku().stream())
                .filter(sku -> sku.length() > PREFIX)
                .collect(Collectors.groupingBy(sku -> sku.substring(0, PREFIX), TreeMap::new, Collectors.counting()));
        List<Part> all = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            all.add(new Part());
        }
        byPrefix.entrySet().stream()
                .filter(entry -> !entry.getKey().isBlank())
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .forEach(entry -> all.stream()
                        .min(Comparator.comparingLong(part -> part.size))
                        .orElseThrow()
                        .add(entry.getKey(), entry.getValue()));
        return all.stream().map(part -> new SkuScope(part.prefixes)).toList();
    }

    private static final class Part {

        private final List<String> prefixes = new ArrayList<>();
        private long size;

        private void add(String prefix, long count) {
            prefixes.add(prefix);
            size += count;
        }
    }
}
