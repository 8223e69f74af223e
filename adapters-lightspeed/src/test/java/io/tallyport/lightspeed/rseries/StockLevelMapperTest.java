package io.tallyport.lightspeed.rseries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tallyport.core.inventory.StockLevel;
import io.tallyport.core.inventory.Stocking;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.Sku;
import io.tallyport.remote.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StockLevelMapperTest {

    private static final ExternalId SHOP = new ExternalId("1");
    private static final ObjectMapper JSON = RSeriesApi.mapper();

    static Stream<Arguments> relations() {
        return Stream.of(
                Arguments.of("several rows", "{\"ItemShop\":[" + row("0", "12") + "," + row("1", "5") + "]}", "5"),
                Arguments.of("one row as an object", "{\"ItemShop\":" + row("1", "5") + "}", "5"),
                Arguments.of("a fraction of another scale", "{\"ItemShop\":" + row("1", "2.50") + "}", "2.5"),
                Arguments.of("below zero", "{\"ItemShop\":" + row("1", "-3") + "}", "-3"),
                Arguments.of("numbers instead of strings", "{\"ItemShop\":[{\"shopID\":1,\"qoh\":4}]}", "4"),
                Arguments.of("names in another case", "{\"itemshop\":{\"shopid\":\"1\",\"QOH\":\"7\"}}", "7"),
                Arguments.of(
                        "the same row twice", "{\"ItemShop\":[" + row("1", "5") + "," + row("1", "5.0") + "]}", "5"),
                Arguments.of("nothing said", "{\"ItemShop\":{\"shopID\":\"1\",\"qoh\":\"\"}}", "STOCKED"),
                Arguments.of("no figure", "{\"ItemShop\":{\"shopID\":\"1\"}}", "STOCKED"),
                Arguments.of(
                        "two rows that disagree",
                        "{\"ItemShop\":[" + row("1", "5") + "," + row("1", "6") + "]}",
                        "STOCKED"),
                Arguments.of("only the sum over all shops", "{\"ItemShop\":" + row("0", "5") + "}", "NOT_STOCKED"),
                Arguments.of("only other shops", "{\"ItemShop\":[" + row("2", "5") + "]}", "NOT_STOCKED"),
                Arguments.of("an empty relation", "{}", "NOT_STOCKED"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("relations")
    void theFigureIsThatOfTheShopAndNoOther(String what, String relation, String expected) throws Exception {
        StockLevel level = one("{\"itemID\":\"7\",\"ItemShops\":" + relation + "}");

        assertThat(level.stocking())
                .isEqualTo(expected.equals("NOT_STOCKED") ? Stocking.NOT_STOCKED : Stocking.STOCKED);
        assertThat(level.onHand()
                        .map(Quantity::toString)
                        .orElse(level.stocking().name()))
                .as(what)
                .isEqualTo(expected);
        assertThat(level.available()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "[]", "null"})
    void anItemWithoutRowsBesideOneWithRowsIsNotStocked(String none) throws Exception {
        List<StockLevel> levels = levels("{\"Item\":[{\"itemID\":\"7\",\"ItemShops\":" + none
                + "},{\"itemID\":\"8\",\"ItemShops\":{\"ItemShop\":" + row("1", "5") + "}}]}");

        assertThat(levels).extracting(StockLevel::stocking).containsExactly(Stocking.NOT_STOCKED, Stocking.STOCKED);
    }

    @Test
    void itemsThatCameWithoutTheRelationAreNotTakenForItemsWithoutStock() {
        assertThatThrownBy(() -> levels("{\"Item\":[{\"itemID\":\"7\"},{\"itemID\":\"8\"}]}"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("ItemShops");
    }

    @ParameterizedTest
    @CsvSource({
        "customSku, C-1",
        "manufacturerSku, M-1",
        "upc, 036000291452",
        "ean, 4006381333931",
        "systemSku, 210000000007"
    })
    void theSkuIsTheFieldThatTheConnectionNames(String field, String expected) throws Exception {
        PageWire page = JSON.readValue("""
                {"Item":{"itemID":"7","systemSku":"210000000007","customSku":" C-1 ","manufacturerSku":"M-1",
                 "upc":"036000291452","ean":"4006381333931","description":"Tea","ItemShops":""}}""", PageWire.class);
        StockLevelMapper mapper = new StockLevelMapper(SkuField.from(Map.of("sku-field", field)));

        StockLevel level = mapper.levels(tracked(page), SHOP).get(0);

        assertThat(level.sku()).contains(new Sku(expected));
        assertThat(level.title()).isEqualTo("Tea");
    }

    @Test
    void anEmptyFieldIsNoSkuAndNoOtherFieldStandsInForIt() throws Exception {
        StockLevel level = one("{\"itemID\":\"7\",\"customSku\":\" \",\"upc\":\"036000291452\",\"ItemShops\":{}}");

        assertThat(level.sku()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"default, true", "box, true", "assembly, true", "single, true", "non_inventory, false", "'', true"})
    void whatIsNotInventoryIsNotCounted(String type, boolean tracked) throws Exception {
        assertThat(one("{\"itemID\":\"7\",\"itemType\":\"" + type + "\",\"ItemShops\":{}}")
                        .tracked())
                .isEqualTo(tracked);
    }

    @Test
    void noRowIsAMissingKeyAndOneRowIsAnObject() throws Exception {
        assertThat(levels("{\"@attributes\":{\"next\":\"\",\"previous\":\"\"}}"))
                .isEmpty();
        assertThat(levels("{\"@attributes\":\"\",\"Item\":\"\"}")).isEmpty();
        assertThat(levels("{\"Item\":{\"itemID\":\"7\",\"ItemShops\":{}}}")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"ItemShops\":{}}",
                "{\"itemID\":\"0\",\"ItemShops\":{}}",
                "{\"itemID\":\"7\",\"ItemShops\":{\"ItemShop\":{\"shopID\":\"1\",\"qoh\":\"many\"}}}"
            })
    void aRowThatCannotBeUsedIsAProblem(String item) {
        assertThatThrownBy(() -> one(item)).isInstanceOf(ProblemException.class);
    }

    @Test
    void anUnknownFieldOrOptionIsNamed() {
        assertThatThrownBy(() -> SkuField.from(Map.of("sku-field", "barcode")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("barcode")
                .hasMessageContaining("customSku, manufacturerSku, upc, ean, systemSku");
        assertThatThrownBy(() -> SkuField.from(Map.of("skufield", "upc")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("skufield");
    }

    private static String row(String shop, String qoh) {
        return "{\"itemShopID\":\"9\",\"shopID\":\"" + shop + "\",\"qoh\":\"" + qoh + "\",\"sellable\":\"99\"}";
    }

    private static StockLevel one(String item) throws Exception {
        return levels("{\"Item\":" + item + "}").get(0);
    }

    private static List<StockLevel> levels(String page) throws Exception {
        return new StockLevelMapper(SkuField.CUSTOM_SKU)
                .levels(JSON.readValue(page, PageWire.class).items(), SHOP);
    }

    /** The items of a page whose relations came as "", with a row so that the relation counts as loaded. */
    private static List<ItemWire> tracked(PageWire page) {
        return page.items().stream()
                .map(item -> new ItemWire(
                        item.itemID(),
                        item.systemSku(),
                        item.customSku(),
                        item.manufacturerSku(),
                        item.upc(),
                        item.ean(),
                        item.description(),
                        item.itemType(),
                        new ItemShopsWire(List.of())))
                .toList();
    }
}
