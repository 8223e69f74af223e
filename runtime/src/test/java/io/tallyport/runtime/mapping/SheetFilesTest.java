package io.tallyport.runtime.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.catalog.MappingEntry;
import io.tallyport.core.catalog.MappingOrigin;
import io.tallyport.core.catalog.ProductStatus;
import io.tallyport.core.catalog.SkuMapping;
import io.tallyport.core.catalog.mapping.CatalogueItem;
import io.tallyport.core.catalog.mapping.ItemRef;
import io.tallyport.core.catalog.mapping.MappingErrors;
import io.tallyport.core.catalog.mapping.MappingLine;
import io.tallyport.core.catalog.mapping.MappingSheet;
import io.tallyport.core.connection.Platform;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.core.kernel.Sku;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SheetFilesTest {

    private static final Platform TILL = new Platform("lightspeed-r");
    private static final Platform SHOP = new Platform("shopify");
    private static final RouteId ROUTE = new RouteId("main");

    @TempDir
    Path directory;

    private final SheetFiles files = new SheetFiles();

    private static CatalogueItem item(String id, String sku, String title) {
        return new CatalogueItem(
                new ExternalId(id),
                Sku.isPresent(sku) ? Optional.of(new Sku(sku)) : Optional.empty(),
                Set.of(),
                title,
                List.of("L"),
                Optional.empty(),
                Optional.empty(),
                ProductStatus.ACTIVE);
    }

    private static MappingEntry entry(String source, String target, MappingOrigin origin) {
        return new MappingEntry(
                new SkuMapping(ROUTE, new ExternalId(source), new ExternalId(target)),
                origin,
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Sku("was")),
                Optional.empty());
    }

    private static MappingSheet sheet(Platform source, Platform target) {
        return new MappingSheet(
                ROUTE,
                source,
                target,
                Instant.EPOCH,
                List.of(
                        new MappingSheet.Row(
                                entry("1", "x", MappingOrigin.PERSON),
                                Optional.of(item("1", "=A;\"1\",\n", "größe")),
                                Optional.of(item("x", "-B", "t"))),
                        new MappingSheet.Row(
                                entry("2", "y", MappingOrigin.EXTERNAL_ID), Optional.empty(), Optional.empty())),
                List.of(item("3", "C", "=cmd()")),
                List.of(item("z", "", "only, there")));
    }

    private Path file(String name, String text) {
        try {
            return Files.writeString(directory.resolve(name), text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String pair(MappingLine line) {
        return line.number() + ": " + line.source().map(ItemRef::toString).orElse("-") + " = "
                + line.target().map(ItemRef::toString).orElse("-");
    }

    private List<String> read(String name, String text) {
        return files.read(file(name, text), TILL, SHOP).stream()
                .map(SheetFilesTest::pair)
                .toList();
    }

    private void refused(String name, String text, String because) {
        assertThatThrownBy(() -> read(name, text))
                .hasMessageContaining(because)
                .isInstanceOfSatisfying(
                        PortException.Rejected.class,
                        refusal -> assertThat(refusal.context().code()).contains(MappingErrors.UNREADABLE_FILE));
    }

    @Test
    void whatIsWrittenIsReadBackInBothFormsAndBothDirections() {
        for (String name : List.of("out.json", "out.CSV")) {
            for (boolean fromShop : new boolean[] {false, true}) {
                Path file = directory.resolve(fromShop + name);
                Platform source = fromShop ? SHOP : TILL;
                Platform target = fromShop ? TILL : SHOP;
                files.write(file, sheet(source, target));
                List<MappingLine> lines = files.read(file, source, target).stream()
                        .filter(line ->
                                line.source().isPresent() && line.target().isPresent())
                        .toList();
                assertThat(lines)
                        .extracting(line -> line.source().orElseThrow() + "="
                                + line.target().orElseThrow())
                        .containsExactly("id:1=id:x", "id:2=id:y");
                assertThat(lines.get(0).sourceSku()).contains("=A;\"1\",");
                assertThat(lines.get(0).targetSku()).contains("-B");
                assertThat(lines.get(1).sourceSku()).contains("was");
                assertThat(lines.get(1).origin()).isEqualTo(MappingOrigin.EXTERNAL_ID);
            }
        }
    }

    @Test
    void theKeysAreThoseOfTheFormat() throws IOException {
        Path file = directory.resolve("out.json");
        files.write(file, sheet(TILL, SHOP));

        assertThat(Files.readString(file))
                .contains("\"sku_mappings\"", "\"unmapped_lightspeed\"", "\"unmapped_shopify\"")
                .contains("\"lightspeed_item\" : \"1\"", "\"shopify_item\" : \"x\"");
    }

    @Test
    void aSpreadsheetGetsNoFormula() throws IOException {
        Path file = directory.resolve("out.csv");
        files.write(file, sheet(TILL, SHOP));

        assertThat(Files.readString(file))
                .startsWith("lightspeed_sku,shopify_sku,lightspeed_item,shopify_item,title,origin\n")
                .contains("'=cmd()", "'-B")
                .doesNotContain(",=", "\n=", ",-B");
    }

    @Test
    void aPlainTableFromSkuToSkuIsReadWithItsLines() {
        assertThat(read("a.json", """
            {"unmapped_lightspeed": ["Q", {"sku": "R"}],
             "sku_mappings": {
               "A-1": "SHOP-A1",
               "B-2": 77
             }, "unmapped_shopify": []}\
            """)).containsExactly("3: A-1 = SHOP-A1", "4: B-2 = 77");
    }

    @Test
    void aListSaysMoreAndAnIdGoesBeforeASku() {
        assertThat(read("a.json", """
            {"sku_mappings": [
              {"lightspeed_sku": "A", "shopify_sku": "B", "note": {"deep": [1]}},
              {"lightspeed_item": 12, "lightspeed_sku": "old", "shopify_sku": "C"}
            ]}\
            """)).containsExactly("2: A = B", "3: id:12 = C");
    }

    @Test
    void commasSemicolonsAndTabsAreReadWithOrWithoutAByteOrderMark() {
        for (String separator : List.of(",", ";", "\t")) {
            assertThat(read(
                            "a.csv",
                            "\uFEFFlightspeed_sku" + separator + " shopify_sku\r\nA" + separator + "\"b\"\"c\"\r\n\r\n"
                                    + separator + "lone\r\n"))
                    .containsExactly("2: A = b\"c", "4: - = lone");
        }
    }

    @Test
    void whatIsNotOfTheFormIsRefusedWithItsLine() {
        refused(
                "a.json",
                "{\"sku_mappings\": [\n{\"lightspeed_sku\": \"A\"}]}",
                "line 2: a mapping must name both sides");
        refused("a.json", "{\"sku_mappings\": [\n 5]}", "line 2");
        refused("a.json", "{\"sku_mappings\": 5}", "a list, or an object");
        refused("a.json", "{\"unmapped_shopify\": []}", "no \"sku_mappings\"");
        refused("a.json", "{\"sku_mappings\": [\n{\"lightspeed_sku\": \"A\",,", "line 2");
        refused("a.json", "[]", "it must be an object");
        refused("a.json", "", "it must be an object");
        refused(
                "a.json",
                "{\"sku_mappings\": [{\"lightspeed_sku\":\"A\",\"shopify_sku\":\"B\",\"origin\":\"guess\"}]}",
                "\"guess\" is no origin");
        refused("a.csv", "sku;other\nA;B\n", "its first line must name the columns");
        assertThatThrownBy(() -> files.read(directory.resolve("none.json"), TILL, SHOP))
                .hasMessageContaining("there is no such file");
    }

    @Test
    void otherEncodingsAreRefused() throws IOException {
        Path file = directory.resolve("a.csv");
        Files.write(file, "lightspeed_sku,shopify_sku\ngröße,x\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> files.read(file, TILL, SHOP)).hasMessageContaining("UTF-8");
    }

    @Test
    void aFileThatExistsIsNotOverwrittenAndNothingIsLeftOfOneThatFailed() throws IOException {
        Path file = file("there.json", "mine");
        assertThatThrownBy(() -> files.write(file, sheet(TILL, SHOP))).hasMessageContaining("exists already");
        assertThat(Files.readString(file)).isEqualTo("mine");
        assertThatThrownBy(() -> files.write(directory.resolve("no/such/dir.json"), sheet(TILL, SHOP)))
                .hasMessageContaining("no such file or directory");
    }
}
