package io.tallyport.lightspeed.xseries;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.catalog.CatalogueUnderTest;
import io.tallyport.core.catalog.ProductSource;
import io.tallyport.core.catalog.ProductSourceContract;
import io.tallyport.core.catalog.ProductStatus;
import io.tallyport.core.catalog.Variant;
import io.tallyport.core.catalog.VariantPage;
import io.tallyport.core.consignment.ItemLookup;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Sku;
import io.tallyport.core.purchasing.CatalogueLookup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of the port, and what goes wrong between, against the sandbox over real HTTP, for each API contract. */
abstract class XSeriesProducts implements ProductSourceContract {

    private final SandboxStore store;

    XSeriesProducts(Map<String, String> options) {
        store = new SandboxStore(250, options);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    public CatalogueUnderTest catalogue() {
        return store;
    }

    @Test
    void inactiveAndDeletedProductsAndFamiliesArriveAsTheyAre() {
        Map<String, Variant> variants = new LinkedHashMap<>();
        read(store.products(), Optional.empty(), variants);

        assertThat(variants.values())
                .filteredOn(variant -> variant.product().status() == ProductStatus.ARCHIVED)
                .hasSizeGreaterThan(1);
        assertThat(variants.values().stream()
                        .map(variant -> variant.product().id())
                        .distinct())
                .hasSizeLessThan(variants.size());
        assertThat(variants.values()).anyMatch(variant -> !variant.options().isEmpty());
    }

    @Test
    void aReadThatAnotherSessionTakesOverSeesTheRest() {
        Map<String, Variant> whole = new LinkedHashMap<>();
        read(store.products(), Optional.empty(), whole);
        Map<String, Variant> seen = new LinkedHashMap<>();
        VariantPage first = store.products().variants(Optional.empty());
        first.variants().forEach(variant -> seen.put(variant.item().value(), variant));

        VariantPage last = read(store.another().port(ProductSource.class).orElseThrow(), Optional.of(first), seen);

        assertThat(seen).isEqualTo(whole);
        assertThat(last.total()).hasValue(seen.size());
    }

    @Test
    void theSearchFindsWhatAReadOfAllProductsFinds() {
        Map<String, Variant> variants = new LinkedHashMap<>();
        read(store.products(), Optional.empty(), variants);
        List<Sku> skus = new ArrayList<>(List.of(new Sku("no-such-article"), new Sku("& ?=%ö")));
        variants.values().forEach(variant -> variant.sku().ifPresent(skus::add));
        Sku first = skus.get(2);
        skus.add(new Sku(first.value().toLowerCase(Locale.ROOT)));
        ItemLookup search = store.another().port(ItemLookup.class).orElseThrow();

        Map<Sku, Set<ExternalId>> found = search.itemsOf(skus);

        assertThat(found).containsKey(first).hasSizeGreaterThan(100);
        assertThat(found).isEqualTo(new CatalogueLookup(store.products()).itemsOf(skus));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\":\"status\",\"status\":503,\"retryAfter\":\"2\"}",
                "{\"kind\":\"status\",\"status\":429}",
                "{\"kind\":\"html\"}",
                "{\"kind\":\"cut-after\"}",
                "{\"kind\":\"duplicate-page\"}"
            })
    void aReadSurvivesWhatPasses(String fault) {
        store.faults("[{\"on\":{\"platform\":\"xseries\"},\"every\":3,\"times\":2,\"do\":" + fault + "}]");
        Map<String, Variant> seen = new LinkedHashMap<>();

        VariantPage last = read(store.products(), Optional.empty(), seen);

        assertThat(last.total()).hasValue(seen.size());
        assertThat(seen).hasSizeGreaterThan(200);
    }

    private static VariantPage read(ProductSource source, Optional<VariantPage> after, Map<String, Variant> seen) {
        VariantPage page = source.variants(after.flatMap(VariantPage::next));
        page.variants().forEach(variant -> seen.put(variant.item().value(), variant));
        while (page.next().isPresent()) {
            page = source.variants(page.next());
            page.variants().forEach(variant -> seen.put(variant.item().value(), variant));
        }
        return page;
    }
}
