package io.tallyport.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.tallyport.core.inventory.StockLevel;
import io.tallyport.core.inventory.Stocking;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.Sku;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StockMapperTest {

    private static final String STOCKED = """
            {"isActive":true,"quantities":[{"name":"available","quantity":-3},{"name":"on_hand","quantity":5}]}""";

    static String variant(String title, String sku, String level) {
        return "{\"id\":\"gid://shopify/ProductVariant/1\",\"title\":\"" + title
                + "\",\"product\":{\"title\":\"Tea\",\"status\":\"ACTIVE\"},\"inventoryItem\":{"
                + "\"id\":\"gid://shopify/InventoryItem/7\",\"sku\":" + sku + ",\"tracked\":true,\"inventoryLevel\":"
                + level + "}}";
    }

    private static StockLevel mapped(String title, String sku, String level) throws JsonProcessingException {
        return StockMapper.level(ShopifyClient.MAPPER.readValue(variant(title, sku, level), Wire.Variant.class));
    }

    @Test
    void aStockedVariantHasBothFigures() throws JsonProcessingException {
        StockLevel level = mapped("Green", "\" T-1 \"", STOCKED);
        assertThat(level.item().value()).isEqualTo("gid://shopify/InventoryItem/7");
        assertThat(level.sku()).contains(new Sku("T-1"));
        assertThat(level.tracked()).isTrue();
        assertThat(level.stocking()).isEqualTo(Stocking.STOCKED);
        assertThat(level.onHand()).contains(Quantity.of(5));
        assertThat(level.available()).contains(Quantity.of(-3));
    }

    @ParameterizedTest
    @CsvSource({"Green,Tea / Green", "Default Title,Tea", "'',Tea"})
    void theOnlyVariantOfAProductGoesByTheProductsName(String title, String expected) throws JsonProcessingException {
        assertThat(mapped(title, "\"T\"", STOCKED).title()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\"  \""})
    void nullAndBlankAreNoSku(String sku) throws JsonProcessingException {
        assertThat(mapped("Green", sku, STOCKED).sku()).isEmpty();
    }

    @Test
    void aLevelThatIsSwitchedOffTellsNoFigures() throws JsonProcessingException {
        StockLevel level = mapped("Green", "\"T\"", STOCKED.replace("true", "false"));
        assertThat(level.stocking()).isEqualTo(Stocking.INACTIVE);
        assertThat(level.onHand()).isEmpty();
        assertThat(level.available()).isEmpty();
    }

    @Test
    void noLevelIsNotStockedAndNotZero() throws JsonProcessingException {
        StockLevel level = mapped("Green", "\"T\"", "null");
        assertThat(level.stocking()).isEqualTo(Stocking.NOT_STOCKED);
        assertThat(level.onHand()).isEmpty();
    }

    @Test
    void aFigureThatWasNotToldIsEmpty() throws JsonProcessingException {
        StockLevel level = mapped(
                "Green", "\"T\"", "{\"isActive\":true,\"quantities\":[{\"name\":\"on_hand\",\"quantity\":5.0}]}");
        assertThat(level.onHand()).contains(Quantity.of(5));
        assertThat(level.available()).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"isActive\":true,", "\"tracked\":true,", "\"status\":\"ACTIVE\""})
    void aMissingPartThatTheSchemaPromisesFailsTheReading(String part) {
        String broken = variant("Green", "\"T\"", STOCKED).replace(part, part.endsWith(",") ? "" : "\"x\":1");
        assertThatThrownBy(() -> ShopifyClient.MAPPER.readValue(broken, Wire.Variant.class))
                .isInstanceOf(JsonMappingException.class);
    }
}
