package io.tallyport.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.tallyport.core.catalog.ProductStatus;
import io.tallyport.core.catalog.Variant;
import io.tallyport.core.kernel.Money;
import java.util.Currency;
import org.junit.jupiter.api.Test;

final class VariantMapperTest {

    private final VariantMapper mapper = new VariantMapper(Currency.getInstance("EUR"));

    private Variant variant(String product, String more) throws JsonProcessingException {
        return mapper.variant(ShopifyClient.MAPPER.readValue(
                "{\"id\":\"gid://shopify/ProductVariant/1\",\"inventoryItem\":{\"id\":\"gid://shopify/InventoryItem/2\","
                        + "\"sku\":\"A\"}," + more
                        + "\"product\":{\"id\":\"gid://shopify/Product/3\",\"title\":\"Mug\","
                        + product + "}}",
                ProductsWire.Variant.class));
    }

    @Test
    void theMerchantsOwnWordGoesBeforeTheTaxonomy() throws JsonProcessingException {
        String taxonomy = "\"status\":\"ACTIVE\",\"category\":{\"fullName\":\"Home > Kitchen > Mugs\"},";
        assertThat(variant(taxonomy + "\"productType\":\"Cups\"", "").product().category())
                .contains("Cups");
        assertThat(variant(taxonomy + "\"productType\":\"\"", "").product().category())
                .contains("Home/Kitchen/Mugs");
    }

    @Test
    void whatIsNotForEverybodyIsADraft() throws JsonProcessingException {
        assertThat(variant("\"status\":\"ACTIVE\"", "").product().status()).isEqualTo(ProductStatus.ACTIVE);
        assertThat(variant("\"status\":\"ARCHIVED\"", "").product().status()).isEqualTo(ProductStatus.ARCHIVED);
        for (String status : new String[] {"DRAFT", "UNLISTED", "SOMETHING_NEW"}) {
            assertThat(variant("\"status\":\"" + status + "\"", "").product().status())
                    .isEqualTo(ProductStatus.DRAFT);
        }
    }

    @Test
    void theOnlyVariantOfAProductHasNoOptions() throws JsonProcessingException {
        assertThat(variant(
                                "\"status\":\"ACTIVE\"",
                                "\"selectedOptions\":[{\"name\":\"Title\",\"value\":\"Default Title\"}],")
                        .title())
                .isEqualTo("Mug");
        assertThat(variant(
                                "\"status\":\"ACTIVE\"",
                                "\"selectedOptions\":[{\"name\":\"Size\",\"value\":\"L\"},"
                                        + "{\"name\":\"Colour\",\"value\":\"Red\"}],")
                        .title())
                .isEqualTo("Mug / L / Red");
    }

    @Test
    void pricesAreReadFromTheirTextAndPicturesWithoutAddressAreNone() throws JsonProcessingException {
        Variant variant = variant(
                "\"status\":\"ACTIVE\",\"media\":{\"nodes\":[{\"preview\":{\"image\":{\"url\":\"https://cdn.example.com/1\"}}},"
                        + "{\"preview\":null},{\"preview\":{\"image\":null}}]}",
                "\"price\":\"27.5\",\"barcode\":\"\",");
        assertThat(variant.price().map(Money::toString)).contains("27.50 EUR");
        assertThat(variant.product().images()).containsExactly("https://cdn.example.com/1");
        assertThat(variant.barcodes()).isEmpty();
        assertThatThrownBy(() -> variant("\"status\":\"ACTIVE\"", "\"price\":\"x\","))
                .hasMessageContaining("price");
    }
}
