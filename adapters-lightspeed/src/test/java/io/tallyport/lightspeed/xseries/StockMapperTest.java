package io.tallyport.lightspeed.xseries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tallyport.core.inventory.StockLevel;
import io.tallyport.core.inventory.Stocking;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.Sku;
import io.tallyport.remote.ProblemException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StockMapperTest {

    private static final ObjectMapper JSON = XSeriesApi.mapper();

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "5, 5",
        "5.0, 5",
        "-10, -10",
        "2.50, 2.5",
        "0.30000000000000004, 0.30000000000000004",
        "1e3, 1000",
        "'\"10.00000\"', 10"
    })
    void theFigureIsTheOutletsAsItIs(String sent, String expected) throws Exception {
        assertThat(row("\"inventory_level\":" + sent).level()).contains(Quantity.parse(expected));
    }

    @Test
    void aFigureThatIsNotToldIsNotZero() throws Exception {
        List<InventoryRow> rows = rows("\"inventory_level\":null", "\"inventory_level\":3");

        assertThat(rows.get(0).level()).isEmpty();
        assertThat(new StockMapper(false).changed(rows.get(0)).stocking()).isEqualTo(Stocking.STOCKED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"current_inventory_level\":5", "\"current_amount\":5", "\"inventory_level\":null"})
    void aPageWithoutAnyFigureIsOfAnotherContract(String figure) {
        assertThatThrownBy(() -> row(figure))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("API version 2.0")
                .hasMessageContaining("no level");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e400000000", "1e-400000000", "1234567890123456789012345", "1e19"})
    void aNumberThatNoGoodsHaveIsNotTaken(String level) {
        assertThatThrownBy(() -> row("\"inventory_level\":" + level)).isInstanceOf(ProblemException.class);
    }

    @Test
    void aRowWithoutProductOrOutletCannotBeUsed() {
        String noOutlet = "{\"product_id\":\"" + Made.id(1) + "\",\"inventory_level\":1,\"version\":1}";
        String noProduct = "{\"outlet_id\":\"" + Made.OUTLET + "\",\"inventory_level\":1,\"version\":1}";
        String oddProduct = "{\"product_id\":\"1-2-3-4-5\",\"outlet_id\":\"o\",\"inventory_level\":1,\"version\":1}";

        assertThatThrownBy(() -> parsed(noOutlet)).hasMessageContaining("outlet_id");
        assertThatThrownBy(() -> parsed(noProduct)).hasMessageContaining("product_id");
        assertThatThrownBy(() -> parsed(oddProduct)).hasMessageContaining("product_id");
    }

    @Test
    void aDeletedRowIsNoStock() throws Exception {
        StockLevel level =
                new StockMapper(false).changed(row("\"inventory_level\":5,\"deleted_at\":\"2026-01-01T00:00:00Z\""));

        assertThat(level.stocking()).isEqualTo(Stocking.NOT_STOCKED);
        assertThat(level.onHand()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|true",
                ",\"active\":false|false",
                ",\"is_active\":false|false",
                ",\"active\":null,\"is_active\":null|true",
                ",\"deleted_at\":\"2020-08-20T03:07:07+00:00\"|false",
                ",\"deleted_at\":null|true",
            })
    void whatIsInactiveOrDeletedIsNotSold(String more, boolean sold) throws Exception {
        assertThat(StockMapper.isSold(product(more))).isEqualTo(sold);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|true",
                ",\"has_inventory\":false|false",
                ",\"is_composite\":true|false",
                ",\"has_inventory\":null,\"is_composite\":null|true",
            })
    void whatHasNoInventoryOfItsOwnIsNotCounted(String more, boolean tracked) throws Exception {
        assertThat(level(more, false).tracked()).isEqualTo(tracked);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|true|S-1",
                ",\"sku\":\" A 1 \"|false|A 1",
                ",\"sku\":\"\"|true|none",
                ",\"sku\":null,\"product_codes\":[{\"type\":\"EAN\",\"code\":\"4006381333931\"}]|false|none",
                ",\"sku\":null,\"product_codes\":[{\"type\":\"EAN\",\"code\":\"4006381333931\"}]|true|4006381333931",
                ",\"sku\":\"\",\"product_codes\":[{\"type\":\"custom\",\"code\":\"X\"},{\"code\":\"X\"},null]|true|X",
                ",\"sku\":\"\",\"product_codes\":[{\"type\":\"custom\",\"code\":\"X\"},{\"code\":\"Y\"}]|true|none",
                ",\"sku\":\"\",\"product_codes\":[{\"type\":\"custom\",\"code\":\" \"}]|true|none",
            })
    void theSkuIsTheSkuAndACodeOnlyWhereThatWasAskedForAndLeavesNoChoice(String more, boolean codes, String expected)
            throws Exception {
        assertThat(level(more, codes).sku())
                .isEqualTo(expected.equals("none") ? Optional.empty() : Optional.of(new Sku(expected)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|Tea",
                ",\"variant_name\":\"Tea / Green\"|Tea / Green",
                ",\"variant_name\":\"\"|Tea",
                ",\"name\":null|''"
            })
    void theTitleIsThatOfTheVariant(String more, String expected) throws Exception {
        assertThat(level(more, false).title()).isEqualTo(expected);
    }

    @Test
    void aProductThatTheOutletHasNoRowForIsNotStocked() throws Exception {
        StockLevel level = new StockMapper(false).level(product(""), false, Optional.empty());

        assertThat(level.stocking()).isEqualTo(Stocking.NOT_STOCKED);
        assertThat(level.onHand()).isEmpty();
        assertThat(level.item().value()).isEqualTo(Made.id(1));
    }

    private static StockLevel level(String more, boolean codes) throws Exception {
        return new StockMapper(codes).level(product(more), true, Optional.of(Quantity.of(1)));
    }

    /** The later of two fields of one name counts. */
    private static ProductWire product(String more) throws Exception {
        return JSON.readValue(Made.product(1, 9, more), ProductWire.class);
    }

    private static InventoryRow row(String figure) throws Exception {
        return rows(figure).get(0);
    }

    private static List<InventoryRow> rows(String... figures) throws Exception {
        StringBuilder json = new StringBuilder();
        for (String figure : figures) {
            json.append(json.isEmpty() ? "" : ",").append(Made.row(1, Made.OUTLET, figure, 5));
        }
        return parsed(json.toString());
    }

    private static List<InventoryRow> parsed(String rows) throws Exception {
        List<InventoryWire> wire = List.of(JSON.readValue("[" + rows + "]", InventoryWire[].class));
        return InventoryRow.all(wire, ApiVersion.TWO, InventoryWire::level);
    }
}
