package io.tallyport.lightspeed.rseries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tallyport.core.catalog.ProductStatus;
import io.tallyport.core.catalog.Variant;
import io.tallyport.core.kernel.Money;
import io.tallyport.remote.ProblemException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VariantMapperTest {

    private static final ObjectMapper JSON = RSeriesApi.mapper();

    private static Variant variant(Map<String, String> options, String json) throws JsonProcessingException {
        return new VariantMapper(SkuField.from(options), ShownOptions.from(options))
                .variant(JSON.readValue(json, ItemWire.class));
    }

    private static Variant variant(String json) throws JsonProcessingException {
        return variant(Map.of("currency", "EUR"), json);
    }

    @Test
    void anItemTellsEverythingItShows() throws JsonProcessingException {
        Variant variant = variant("""
            {"itemID":"7","customSku":"MUG","description":"Mug","ean":"4006381333931","upc":"","archived":"false",
             "itemMatrixID":"0",
             "Prices":{"ItemPrice":[{"amount":"9.5","useType":"Default"},{"amount":"12","useType":"MSRP"}]},
             "Category":{"name":"Mugs","fullPathName":"Home/Mugs"},
             "Tags":{"tag":["gift","new"]},
             "Images":{"Image":[{"ordering":"1","publicID":"b.jpg","baseImageURL":"https://images.example.com/"},
                                {"ordering":"0","publicID":"a.jpg","baseImageURL":"https://images.example.com/"}]},
             "ItemECommerce":{"longDescription":"<p>Long</p>","shortDescription":"Short"}}\
            """);
        assertThat(variant.title()).isEqualTo("Mug");
        assertThat(variant.barcodes()).containsExactly("4006381333931");
        assertThat(variant.price().map(Money::toString)).contains("9.50 EUR");
        assertThat(variant.product().category()).contains("Home/Mugs");
        assertThat(variant.product().tags()).containsExactlyInAnyOrder("gift", "new");
        assertThat(variant.product().images())
                .containsExactly("https://images.example.com/a.jpg", "https://images.example.com/b.jpg");
        assertThat(variant.product().description()).contains("<p>Long</p>");
        assertThat(variant.product().status()).isEqualTo(ProductStatus.ACTIVE);
    }

    @Test
    void whatIsEmptyIsNotThere() throws JsonProcessingException {
        Variant variant = variant("""
            {"itemID":"7","customSku":" ","Tags":"","Images":"","Category":"","ItemECommerce":"","Note":"",
             "Prices":{"ItemPrice":{"amount":"","useType":"Default"}},"archived":"true"}\
            """);
        assertThat(variant.sku()).isEmpty();
        assertThat(variant.price()).isEmpty();
        assertThat(variant.product().tags()).isEmpty();
        assertThat(variant.product().images()).isEmpty();
        assertThat(variant.product().category()).isEmpty();
        assertThat(variant.product().description()).isEmpty();
        assertThat(variant.product().status()).isEqualTo(ProductStatus.ARCHIVED);
    }

    @Test
    void oneRowComesAsAnObjectAndOneTagAsAText() throws JsonProcessingException {
        Variant variant = variant("""
            {"itemID":7,"Tags":{"tag":"gift"},"Images":{"Image":{"publicID":"a.jpg"}},
             "Prices":{"ItemPrice":{"amount":"1","useType":"default"}}}\
            """);
        assertThat(variant.product().tags()).containsExactly("gift");
        assertThat(variant.product().images()).containsExactly("a.jpg");
        assertThat(variant.price()).isPresent();
        assertThat(variant("{\"itemID\":\"7\",\"Tags\":{\"Tag\":[{\"name\":\"gift\"}]}}")
                        .product()
                        .tags())
                .containsExactly("gift");
    }

    @Test
    void whatTellsAVariantFromItsSiblingsIsTakenOffTheTitle() throws JsonProcessingException {
        String item = "{\"itemID\":\"7\",\"itemMatrixID\":\"3\",\"description\":\"%s\","
                + "\"ItemAttributes\":{\"attribute1\":\"Red\",\"attribute2\":\"L\",\"attribute3\":\"\"}}";
        Variant variant = variant(item.formatted("Shirt red L"));
        assertThat(variant.product().id().value()).isEqualTo("ItemMatrix/3");
        assertThat(variant.product().title()).isEqualTo("Shirt");
        assertThat(variant.title()).isEqualTo("Shirt / Red / L");
        assertThat(variant(item.formatted("Other")).product().title()).isEqualTo("Other");
    }

    @Test
    void optionsSayWhichPriceAndWhichTextCount() throws JsonProcessingException {
        String item = "{\"itemID\":\"7\",\"Note\":{\"note\":\"In words\"},"
                + "\"Prices\":{\"ItemPrice\":[{\"amount\":\"9\",\"useType\":\"Default\"},"
                + "{\"amount\":\"8\",\"useType\":\"Online\"}]}}";
        Variant variant = variant(Map.of("currency", "usd", "price-use", "online", "description-from", "note"), item);
        assertThat(variant.price().map(Money::toString)).contains("8.00 USD");
        assertThat(variant.product().description()).contains("In words");
        assertThat(variant(Map.of(), item).price()).as("without a currency").isEmpty();
    }

    @Test
    void whatCannotBeReadIsNotGuessed() {
        assertThatThrownBy(() -> variant("{\"itemID\":\"0\"}")).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> variant(
                        "{\"itemID\":\"7\",\"Prices\":{\"ItemPrice\":{\"amount\":\"a\",\"useType\":\"Default\"}}}"))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> ShownOptions.from(Map.of("currency", "XYZW"))).hasMessageContaining("currency");
        assertThatThrownBy(() -> ShownOptions.from(Map.of("description-from", "x")))
                .hasMessageContaining("ecommerce or note or none");
        assertThatThrownBy(() -> ShownOptions.from(Map.of("price-use", " "))).hasMessageContaining("price-use");
    }
}
