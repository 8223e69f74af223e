package io.tallyport.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.catalog.CatalogueUnderTest;
import io.tallyport.core.catalog.ProductSourceContract;
import io.tallyport.core.catalog.ProductStatus;
import io.tallyport.core.catalog.Variant;
import io.tallyport.core.catalog.VariantPage;
import io.tallyport.sandbox.SandboxSettings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the source to the contract of the port, and to what goes wrong between, against the sandbox. */
final class ShopifyProductSourceIT implements ProductSourceContract {

    private final SandboxRig rig = new SandboxRig(SandboxSettings.defaults().withSkus(600));

    @AfterEach
    void close() {
        rig.close();
    }

    @Override
    public CatalogueUnderTest catalogue() {
        return rig;
    }

    @Test
    void draftsAndDescriptionsInHtmlArriveAsTheyAre() {
        Map<String, Variant> variants = new LinkedHashMap<>();
        read(variants);

        assertThat(variants.values())
                .anyMatch(variant -> variant.product().status() == ProductStatus.DRAFT)
                .anyMatch(variant -> variant.product().description().orElse("").startsWith("<p>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\":\"status\",\"status\":503}",
                "{\"kind\":\"status\",\"status\":429}",
                "{\"kind\":\"html\"}",
                "{\"kind\":\"cut-after\"}"
            })
    void aReadSurvivesWhatPasses(String fault) {
        rig.control("faults", "[{\"on\":{\"platform\":\"shopify\"},\"after\":2,\"do\":" + fault + "}]");
        Map<String, Variant> variants = new LinkedHashMap<>();

        assertThat(read(variants)).isEqualTo(variants.size());
    }

    @Test
    void aPageThatLostRowsCannotPassForACompleteRead() {
        rig.control("faults", "[{\"on\":{\"platform\":\"shopify\"},\"after\":2,\"do\":{\"kind\":\"truncated-page\"}}]");
        Map<String, Variant> variants = new LinkedHashMap<>();

        assertThat(read(variants)).isGreaterThan(variants.size());
    }

    private long read(Map<String, Variant> variants) {
        VariantPage page = rig.products().variants(Optional.empty());
        page.variants().forEach(variant -> variants.put(variant.item().value(), variant));
        while (page.next().isPresent()) {
            page = rig.products().variants(page.next());
            page.variants().forEach(variant -> variants.put(variant.item().value(), variant));
        }
        return page.total().orElse(-1);
    }
}
