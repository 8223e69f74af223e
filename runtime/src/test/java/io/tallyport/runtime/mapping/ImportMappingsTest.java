package io.tallyport.runtime.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.catalog.MappingEntry;
import io.tallyport.core.catalog.Product;
import io.tallyport.core.catalog.ProductStatus;
import io.tallyport.core.catalog.SkuMapping;
import io.tallyport.core.catalog.Variant;
import io.tallyport.core.catalog.mapping.CatalogueHouse;
import io.tallyport.core.catalog.mapping.ExportMappings;
import io.tallyport.core.catalog.mapping.ImportMappings;
import io.tallyport.core.catalog.mapping.ItemRef;
import io.tallyport.core.catalog.mapping.MappingDesk;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Progress;
import io.tallyport.core.kernel.Sku;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files, both catalogues and the stored mappings together. */
class ImportMappingsTest {

    @TempDir
    Path directory;

    private final CatalogueHouse house = new CatalogueHouse(new JaroWinkler());

    @BeforeEach
    void fill() {
        house.till.put(item("1", "A"), item("2", "B"), item("3", "D"), item("4", "D"), item("5", "E"));
        house.web.put(item("x", "P"), item("y", "Q"), item("z", "R"), item("e", "E"));
    }

    private static Variant item(String id, String sku) {
        Product product = new Product(
                new ExternalId("p" + id),
                "thing " + sku,
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                List.of(),
                ProductStatus.ACTIVE);
        return new Variant(
                new ExternalId(id), product, Optional.of(new Sku(sku)), Set.of(), List.of(), Optional.empty());
    }

    private ImportMappings.Result take(String csv, boolean dryRun, boolean overwrite) throws IOException {
        Path file =
                Files.writeString(directory.resolve("in.csv"), "lightspeed_sku,shopify_sku,lightspeed_item\n" + csv);
        return house.imports(new SheetFiles())
                .take(
                        new ImportMappings.Request(CatalogueHouse.ROUTE, file, dryRun, overwrite, "clerk"),
                        Progress.NONE);
    }

    private static SkuMapping mapping(String source, String target) {
        return new SkuMapping(CatalogueHouse.ROUTE, new ExternalId(source), new ExternalId(target));
    }

    private List<SkuMapping> mapped() {
        return house.mappings.of(CatalogueHouse.ROUTE);
    }

    @Test
    void aGoodFileIsTakenWholeAndTakingItAgainChangesNothing() throws IOException {
        ImportMappings.Result first = take("A,P,\n,Q,3\nB,,\n", false, false);
        assertThat(first.problems()).isEmpty();
        assertThat(first.added()).hasSize(2);
        assertThat(first.oneSided()).isEqualTo(1);
        assertThat(mapped()).containsExactly(mapping("1", "x"), mapping("3", "y"));

        ImportMappings.Result again = take("A,P,\n,Q,3\n", false, false);
        assertThat(again.added()).isEmpty();
        assertThat(again.unchanged()).isEqualTo(2);
        assertThat(mapped()).hasSize(2);
    }

    @Test
    void aDryRunShowsAndStoresNothing() throws IOException {
        ImportMappings.Result result = take("A,P,\n", true, false);
        assertThat(result.added()).singleElement().satisfies(taken -> {
            assertThat(taken.line()).isEqualTo(2);
            assertThat(taken.entry().mapping()).isEqualTo(mapping("1", "x"));
        });
        assertThat(result.stored()).isFalse();
        assertThat(mapped()).isEmpty();
        assertThat(house.audit.recent(1)).isEmpty();
    }

    @Test
    void oneMistakeKeepsEverythingOutAndAllAreNamedWithTheirLines() throws IOException {
        ImportMappings.Result result = take("A,P,\nNONE,Q,\nD,Q,\n,NOWHERE,9\nB,P,\nA,R,\nA,P,\n", false, false);

        assertThat(result.stored()).isFalse();
        assertThat(mapped()).isEmpty();
        assertThat(result.problems())
                .extracting(problem -> problem.line() + ": " + problem.what().replaceAll("[:;(].*", ""))
                .containsExactly(
                        "3: SKU \"NONE\" is not at the source",
                        "4: SKU \"D\" stands for 2 items of the source",
                        "5: item 9 is not at the source",
                        "5: SKU \"NOWHERE\" is not at the target",
                        "6: item P ",
                        "7: item A ",
                        "8: item A ",
                        "8: item P ");
    }

    @Test
    void aStoredMappingStandsInTheWayUnlessItIsToBeOverwritten() throws IOException {
        house.desk()
                .confirm(
                        new MappingDesk.Pair(CatalogueHouse.ROUTE, ItemRef.parse("A"), ItemRef.parse("Q"), "owner"),
                        Progress.NONE);

        ImportMappings.Result refused = take("B,R,\nA,P,\n", false, false);
        assertThat(refused.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(3);
            assertThat(problem.what()).contains("1 is mapped to y already").contains("--overwrite");
        });
        assertThat(mapped()).containsExactly(mapping("1", "y"));

        ImportMappings.Result taken = take("B,R,\nA,P,\n", false, true);
        assertThat(taken.removed()).extracting(MappingEntry::mapping).containsExactly(mapping("1", "y"));
        assertThat(mapped()).containsExactly(mapping("1", "x"), mapping("2", "z"));
    }

    @Test
    void anIncompleteReadIsSaidWithTheItemThatWasNotFound() throws IOException {
        house.till.countNoMore();
        assertThat(take("NONE,P,\n", false, false).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).contains("was not read"));
    }

    @Test
    void anExportHoldsMappingsAndWhatNothingJoinsAndIsTakenByAnotherInstallation() throws IOException {
        take("A,P,\n,Q,3\n", false, false);
        Path file = directory.resolve("out.json");
        ExportMappings.Result result =
                house.exports(new SheetFiles()).export(CatalogueHouse.ROUTE, file, Progress.NONE);
        assertThat(result).isEqualTo(new ExportMappings.Result(2, 2, 1, true));

        CatalogueHouse other = new CatalogueHouse(new JaroWinkler());
        other.till.put(item("1", "A2"), item("3", "D"));
        other.web.put(item("x", "P"), item("y", "Q"));
        ImportMappings.Result taken = other.imports(new SheetFiles())
                .take(new ImportMappings.Request(CatalogueHouse.ROUTE, file, false, false, "clerk"), Progress.NONE);
        assertThat(taken.problems()).isEmpty();
        assertThat(other.mappings.of(CatalogueHouse.ROUTE)).isEqualTo(mapped());
    }
}
