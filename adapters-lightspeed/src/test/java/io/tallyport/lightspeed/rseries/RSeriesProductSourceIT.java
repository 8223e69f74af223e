package io.tallyport.lightspeed.rseries;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.catalog.CatalogueUnderTest;
import io.tallyport.core.catalog.ProductSourceContract;
import io.tallyport.core.catalog.ProductStatus;
import io.tallyport.core.catalog.Variant;
import io.tallyport.core.catalog.VariantPage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of the port, and what goes wrong between, against the sandbox over real HTTP. */
class RSeriesProductSourceIT implements ProductSourceContract {

    private final SandboxTill till = new SandboxTill(250);

    @AfterEach
    void close() {
        till.close();
    }

    @Override
    public CatalogueUnderTest catalogue() {
        return till;
    }

    @Test
    void archivedItemsAndThoseWithAMatrixArriveAsTheyAre() {
        Map<String, Variant> variants = new LinkedHashMap<>();
        read(variants);

        assertThat(variants.values())
                .anyMatch(variant -> variant.product().status() == ProductStatus.ARCHIVED)
                .anyMatch(variant -> variant.product().id().value().startsWith("ItemMatrix/")
                        && variant.options().size() == 1
                        && !variant.product().title().endsWith(variant.options().get(0)));
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
        till.faults("[{\"on\":{\"platform\":\"rseries\"},\"after\":2,\"times\":1,\"do\":" + fault + "}]");
        Map<String, Variant> variants = new LinkedHashMap<>();

        VariantPage last = read(variants);

        assertThat(last.total()).hasValue(variants.size());
    }

    @Test
    void aPageThatLostRowsCannotPassForACompleteRead() {
        till.faults("[{\"on\":{\"platform\":\"rseries\",\"pathContains\":\"/Item.json\"},\"after\":2,"
                + "\"do\":{\"kind\":\"truncated-page\"}}]");
        Map<String, Variant> variants = new LinkedHashMap<>();

        VariantPage last = read(variants);

        assertThat(last.total().orElseThrow()).isGreaterThan(variants.size());
    }

    private VariantPage read(Map<String, Variant> variants) {
        VariantPage page = till.products().variants(Optional.empty());
        page.variants().forEach(variant -> variants.put(variant.item().value(), variant));
        while (page.next().isPresent()) {
            page = till.products().variants(page.next());
            page.variants().forEach(variant -> variants.put(variant.item().value(), variant));
        }
        return page;
    }
}
