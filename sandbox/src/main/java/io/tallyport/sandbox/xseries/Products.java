package io.tallyport.sandbox.xseries;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** The products by number and by SKU, which never change; the order by SKU is worked out when first asked for. */
final class Products {

    private static final Comparator<ProductRow> BY_SKU = Comparator.comparing(
                    (ProductRow product) -> product.sku, String.CASE_INSENSITIVE_ORDER)
            .thenComparingInt(product -> product.number);

    private final List<ProductRow> byNumber = new ArrayList<>();
    private List<ProductRow> bySku = List.of();

    /** Numbers must come in ascending order. */
    void add(ProductRow product) {
        byNumber.add(product);
    }

    Stream<ProductRow> all() {
        return byNumber.stream();
    }

    int size() {
        return byNumber.size();
    }

    Optional<ProductRow> numbered(long number) {
        int place = firstNotBelow(byNumber, product -> Long.compare(product.number, number));
        return place < byNumber.size() && byNumber.get(place).number == number
                ? Optional.of(byNumber.get(place))
                : Optional.empty();
    }

    /** The products of that SKU without regard to case, in the order of their numbers. */
    List<ProductRow> ofSku(String sku) {
        if (sku.isEmpty()) {
            return List.of();
        }
        if (bySku.size() != byNumber.size()) {
            bySku = byNumber.stream().sorted(BY_SKU).toList();
        }
        List<ProductRow> same = new ArrayList<>(1);
        int place = firstNotBelow(bySku, product -> product.sku.compareToIgnoreCase(sku));
        while (place < bySku.size() && bySku.get(place).sku.equalsIgnoreCase(sku)) {
            same.add(bySku.get(place));
            place++;
        }
        return same;
    }

    private static int firstNotBelow(List<ProductRow> sorted, ToIntFunction<ProductRow> comparison) {
        int low = 0;
        int high = sorted.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (comparison.applyAsInt(sorted.get(middle)) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
