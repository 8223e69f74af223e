package io.tallyport.sandbox.xseries;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Version 2.0: lists along the versions, single rows, and products by name. */
class XSeriesReadingTest {

    private static final String API = "/api/2.0/";

    private final TestRetailer retailer = new TestRetailer(250);

    @Test
    void pagingByVersionShowsEveryStockRowOnceUntilAnEmptyPage() {
        List<JsonNode> pages = retailer.pages(API + "inventory", "&page_size=20");
        List<Long> versions = TestRetailer.rows(pages).stream()
                .map(row -> row.path("version").asLong())
                .toList();
        assertThat(versions).isSorted().doesNotHaveDuplicates().hasSizeGreaterThan(300);
        assertThat(versions.get(0)).isGreaterThan(1L << 33);
        JsonNode empty = retailer.get(API + "inventory?after=" + versions.get(versions.size() - 1));
        assertThat(empty.path("data")).isEmpty();
        assertThat(empty.at("/version/max").isNull()).isTrue();
        assertThat(empty.at("/version/min").isNull()).isTrue();
    }

    @Test
    void aShortPageIsNotTheLast() {
        List<Integer> sizes = retailer.pages(API + "inventory", "&page_size=20").stream()
                .map(page -> page.path("data").size())
                .toList();
        assertThat(sizes.subList(0, sizes.size() - 1)).contains(20, 15);
        assertThat(sizes)
                .isEqualTo(new TestRetailer(250)
                        .pages(API + "inventory", "&page_size=20").stream()
                                .map(page -> page.path("data").size())
                                .toList());
    }

    @Test
    void oneCounterNumbersAllResourcesWithGaps() {
        Set<Long> versions = new HashSet<>();
        long rows = 0;
        for (String list : List.of("outlets", "registers", "products", "inventory")) {
            for (JsonNode row : TestRetailer.rows(retailer.pages(API + list, "&deleted=true&page_size=500"))) {
                versions.add(row.path("version").asLong());
                rows++;
            }
        }
        assertThat(versions).hasSize((int) rows);
        long span = versions.stream().max(Long::compare).orElseThrow()
                - versions.stream().min(Long::compare).orElseThrow();
        assertThat(span).isGreaterThan(2 * rows);
    }

    @Test
    void aSaleGivesOnlyItsStockRowANewVersion() {
        JsonNode before = retailer.get(API + "inventory?after=0&page_size=10000");
        long last = before.at("/version/max").asLong();
        String sku = TestRetailer.rows(retailer.pages(API + "products", ""))
                .get(0)
                .path("sku")
                .asText();
        retailer.standIn.main().sell(sku, new BigDecimal("1.5"));
        JsonNode changed = retailer.get(API + "inventory?after=" + last);
        assertThat(changed.path("data")).hasSize(1);
        JsonNode row = changed.at("/data/0");
        assertThat(row.path("outlet_id").asText()).isEqualTo(retailer.standIn.mainId());
        assertThat(row.path("inventory_level").isNumber()).isTrue();
        assertThat(retailer.get(API + "products?after=" + last).path("data")).isEmpty();
    }

    @Test
    void beforeIsAnUpperLimit() {
        JsonNode all = retailer.get(API + "inventory?page_size=50").path("data");
        long fifth = all.get(4).path("version").asLong();
        assertThat(retailer.get(API + "inventory?before=" + fifth).path("data")).hasSize(4);
        assertThat(retailer.get(API + "inventory?after=" + fifth + "&before=" + fifth)
                        .path("data"))
                .isEmpty();
    }

    @Test
    void deletedRowsShowOnlyWhenAskedFor() {
        for (String list : List.of("products", "outlets", "registers")) {
            List<JsonNode> without = TestRetailer.rows(retailer.pages(API + list, ""));
            List<JsonNode> with = TestRetailer.rows(retailer.pages(API + list, "&deleted=true"));
            assertThat(without).as(list).noneMatch(row -> row.has("deleted_at"));
            assertThat(with).as(list).hasSizeGreaterThan(without.size()).anyMatch(row -> row.has("deleted_at"));
        }
    }

    @Test
    void levelsAreNumbersWithFractionsAndBelowZero() {
        List<JsonNode> rows = TestRetailer.rows(retailer.pages(API + "inventory", ""));
        assertThat(rows).allMatch(row -> row.path("inventory_level").isNumber());
        assertThat(rows).anyMatch(row -> row.path("inventory_level").asDouble() < 0);
        assertThat(rows).anyMatch(row -> row.path("inventory_level").asDouble() % 1 != 0);
    }

    @Test
    void aFamilySharesNameAndHandleAndNamesItsParent() {
        Map<String, JsonNode> byId = new HashMap<>();
        TestRetailer.rows(retailer.pages(API + "products", ""))
                .forEach(product -> byId.put(product.path("id").asText(), product));
        List<JsonNode> variants = byId.values().stream()
                .filter(product -> product.has("variant_parent_id"))
                .toList();
        assertThat(variants).isNotEmpty().allSatisfy(variant -> {
            JsonNode parent = Objects.requireNonNull(
                    byId.get(variant.path("variant_parent_id").asText()));
            assertThat(parent.path("has_variants").asBoolean()).isTrue();
            assertThat(parent.path("name")).isEqualTo(variant.path("name"));
            assertThat(parent.path("handle")).isEqualTo(variant.path("handle"));
            assertThat(variant.at("/variant_options/0/value").asText()).isNotEmpty();
        });
    }

    @Test
    void absentRelationsAreEmptyObjects() {
        JsonNode product = retailer.get(API + "products?page_size=1").at("/data/0");
        for (String relation : List.of("brand", "supplier")) {
            assertThat(product.path(relation).isObject()).isTrue();
            assertThat(product.path(relation)).isEmpty();
        }
        assertThat(UUID.fromString(product.path("id").asText()).version()).isEqualTo(1);
    }

    @Test
    void aSkuParameterMakesEveryOtherIgnored() {
        JsonNode first = retailer.get(API + "products?page_size=1").at("/data/0");
        String sku = first.path("sku").asText();
        JsonNode named = retailer.get(API + "products?sku=" + sku + "&after=99999999999999&page_size=0");
        assertThat(named.at("/data/0/id")).isEqualTo(first.path("id"));
        String code = first.at("/product_codes/0/code").asText();
        assertThat(retailer.get(API + "products?sku=" + code).at("/data/0/id")).isEqualTo(first.path("id"));
        assertThat(retailer.get(API + "products?sku=none").path("data")).isEmpty();
        assertThat(retailer.get(API + "products?name=Weekend+Set+1").path("data"))
                .hasSize(3);
    }

    @Test
    void aDuplicateSkuFindsBothProducts() {
        Map<String, Integer> counts = new HashMap<>();
        TestRetailer.rows(retailer.pages(API + "products", ""))
                .forEach(product -> counts.merge(product.path("sku").asText(), 1, Integer::sum));
        String twice = counts.entrySet().stream()
                .filter(entry -> entry.getValue() == 2)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
        assertThat(retailer.get(API + "products?sku=" + twice).path("data")).hasSize(2);
    }

    @Test
    void searchWantsLowerCaseAndTakesManySkus() {
        JsonNode products = retailer.get(API + "products?page_size=2").path("data");
        String one = products.get(0).path("sku").asText();
        String two = products.get(1).path("sku").asText();
        assertThat(retailer.get(API + "search?type=products&sku=" + one).path("data"))
                .isEmpty();
        String lower = "&sku=" + one.toLowerCase(Locale.ROOT) + "&sku=" + two.toLowerCase(Locale.ROOT);
        assertThat(retailer.get(API + "search?type=products" + lower).path("data"))
                .hasSize(2);
        assertThat(retailer.get(API + "search?type=products&offset=1&page_size=5000" + lower)
                        .path("data"))
                .hasSize(1);
        String parent = products.get(0).path("id").asText();
        assertThat(retailer.get(API + "search?type=products&variant_parent_id=" + parent)
                        .path("data"))
                .hasSize(2);
    }

    @Test
    void oneProductHasItsStockAtEveryOutletThatHasARow() {
        String outlet = retailer.get(API + "outlets").at("/data/1/id").asText();
        JsonNode row = TestRetailer.rows(retailer.pages(API + "inventory", "")).stream()
                .filter(one -> one.path("outlet_id").asText().equals(outlet))
                .findFirst()
                .orElseThrow();
        String id = row.path("product_id").asText();
        JsonNode stock = retailer.get(API + "products/" + id + "/inventory").path("data");
        assertThat(stock).hasSize(2);
        assertThat(stock)
                .allSatisfy(one -> assertThat(one.path("current_amount")).isEqualTo(one.path("inventory_level")));
        assertThat(retailer.get(API + "products/" + id).at("/data/id").asText()).isEqualTo(id);
    }

    @Test
    void retailerOutletsAndRegistersTellWhoTheyAre() {
        assertThat(retailer.get(API + "retailer").at("/data/domain_prefix").asText())
                .isEqualTo("fernflint");
        JsonNode outlets = retailer.get(API + "outlets").path("data");
        assertThat(outlets)
                .extracting(outlet -> outlet.path("name").asText())
                .containsExactly("Second Street", "Market Stall");
        String id = outlets.get(1).path("id").asText();
        assertThat(retailer.get(API + "outlets/" + id).at("/data/name").asText())
                .isEqualTo("Market Stall");
        JsonNode register = retailer.get(API + "registers").at("/data/0");
        assertThat(register.path("outlet_id")).isEqualTo(outlets.get(0).path("id"));
        assertThat(retailer.get(API + "registers/" + register.path("id").asText())
                        .at("/data/id"))
                .isEqualTo(register.path("id"));
    }

    @Test
    void theSameSeedMakesTheSameIds() {
        assertThat(new TestRetailer(250).get(API + "products")).isEqualTo(retailer.get(API + "products"));
    }
}
