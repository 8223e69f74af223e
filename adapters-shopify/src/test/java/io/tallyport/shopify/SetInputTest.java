package io.tallyport.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.tallyport.core.inventory.StockFigure;
import io.tallyport.core.inventory.StockWrite;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SetInputTest {

    static StockWrite write(StockFigure figure, StockWrite.Line... lines) {
        return new StockWrite(figure, Rig.LOCATION, "gid://tallyport/Plan/1", List.of(lines));
    }

    @Test
    void everyLineCarriesWhatItMustBe() throws JsonProcessingException {
        SetInput input = SetInput.of(write(StockFigure.AVAILABLE, new StockWrite.Line(Rig.item(7), -1, 4)));
        assertThat(ShopifyClient.MAPPER.writeValueAsString(new SetInput.Variables(input, "key-1")))
                .isEqualTo("{\"input\":{\"name\":\"available\",\"reason\":\"correction\","
                        + "\"referenceDocumentUri\":\"gid://tallyport/Plan/1\",\"quantities\":["
                        + "{\"inventoryItemId\":\"gid://shopify/InventoryItem/7\","
                        + "\"locationId\":\"gid://shopify/Location/11\",\"quantity\":4,\"changeFromQuantity\":-1}]},"
                        + "\"key\":\"key-1\"}");
    }

    @Test
    void notToCompareIsSaidWithAnExplicitNull() throws JsonProcessingException {
        assertThat(ShopifyClient.MAPPER.writeValueAsString(new SetInput.Line("i", "l", 4, null)))
                .contains("\"changeFromQuantity\":null");
    }

    @Test
    void onHandHasItsOwnName() {
        assertThat(SetInput.of(write(StockFigure.ON_HAND, new StockWrite.Line(Rig.item(7), 0, 4)))
                        .name())
                .isEqualTo("on_hand");
    }

    @Test
    void aQuantityBeyondIntIsNotCutShort() {
        StockWrite write = write(StockFigure.ON_HAND, new StockWrite.Line(Rig.item(7), 0, 1L << 32));
        assertThatThrownBy(() -> SetInput.of(write)).isInstanceOf(ArithmeticException.class);
    }
}
