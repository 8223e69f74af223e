package io.tallyport.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.catalog.MappingEntry;
import io.tallyport.core.catalog.MappingOrigin;
import io.tallyport.core.catalog.SkuMapping;
import io.tallyport.core.catalog.mapping.CatalogueItem;
import io.tallyport.core.catalog.mapping.ConfirmCertain;
import io.tallyport.core.catalog.mapping.FindSkuMismatches;
import io.tallyport.core.catalog.mapping.ImportMappings;
import io.tallyport.core.catalog.mapping.ItemRef;
import io.tallyport.core.catalog.mapping.ItemSuggestions;
import io.tallyport.core.catalog.mapping.MapFromBarcodes;
import io.tallyport.core.catalog.mapping.MappingDesk;
import io.tallyport.core.catalog.mapping.MappingErrors;
import io.tallyport.core.catalog.mapping.Mismatch;
import io.tallyport.core.catalog.mapping.MismatchKind;
import io.tallyport.core.catalog.mapping.Suggestion;
import io.tallyport.core.inventory.PlanRow;
import io.tallyport.core.inventory.Reason;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Progress;
import io.tallyport.sandbox.SandboxSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Items of two shops that do not find each other, brought together: real HTTP, real database, real files. */
abstract class SkuMappingJourney {

    @TempDir
    Path directory;

    private SandboxHouse house;
    private Tallyport tallyport;

    /** Where the database is, as a process is told it. */
    abstract Map<String, String> environment();

    @BeforeEach
    void open() {
        house = new SandboxHouse(
                Tallyport.builder().dataDirectory(directory).environment(environment()),
                directory,
                SandboxSettings.defaults().withSkus(120).withWideLimits());
        tallyport = house.tallyport;
    }

    @AfterEach
    void close() {
        house.close();
    }

    private List<Mismatch> found(MismatchKind kind) {
        FindSkuMismatches.Report report = tallyport.skus().mismatches().find(SandboxHouse.ROUTE, Progress.NONE);
        assertThat(report.sourceComplete() && report.targetComplete()).isTrue();
        return report.findings().stream()
                .filter(finding -> finding.kind() == kind)
                .toList();
    }

    private List<ItemSuggestions> suggested() {
        return tallyport
                .skus()
                .suggest()
                .suggest(SandboxHouse.ROUTE, 3, Progress.NONE)
                .suggestions();
    }

    private static MappingDesk.Pair pair(CatalogueItem source, CatalogueItem target) {
        return new MappingDesk.Pair(SandboxHouse.ROUTE, ItemRef.of(source.item()), ItemRef.of(target.item()), "owner");
    }

    private List<SkuMapping> mapped() {
        return tallyport.skus().store().of(SandboxHouse.ROUTE);
    }

    private long planned(Reason reason) {
        return house.rows(house.plan()).stream()
                .filter(row -> row.reason() == reason)
                .count();
    }

    @Test
    void theOdditiesOfBothShopsAreNamed() {
        assertThat(found(MismatchKind.SKU_FORMAT)).isNotEmpty();
        assertThat(found(MismatchKind.DUPLICATE_SKU)).isNotEmpty();
        assertThat(found(MismatchKind.ONLY_AT_SOURCE)).isNotEmpty().allMatch(Mismatch::proven);
        assertThat(found(MismatchKind.ONLY_AT_TARGET)).isNotEmpty().allMatch(Mismatch::proven);
    }

    @Test
    void whatIsCertainIsConfirmedAndTheNextPlanJoinsIt() {
        long before = planned(Reason.UNMAPPED_SOURCE);
        ConfirmCertain.Result result =
                tallyport.skus().confirmCertain().confirm(SandboxHouse.ROUTE, false, "owner", Progress.NONE);
        assertThat(result.certain()).isNotEmpty();
        Suggestion one = result.certain().stream()
                .filter(each ->
                        each.source().name().equalsIgnoreCase(each.target().name()))
                .findFirst()
                .orElseThrow();

        List<PlanRow> rows = house.rows(house.plan());

        assertThat(rows.stream()
                        .filter(row ->
                                row.sourceItem().equals(Optional.of(one.source().item()))))
                .allSatisfy(row ->
                        assertThat(row.targetItem()).contains(one.target().item()));
        assertThat(planned(Reason.UNMAPPED_SOURCE)).isLessThan(before);
        assertThat(mapped()).hasSize(result.certain().size());
        assertThat(suggested()).noneMatch(ItemSuggestions::isCertain);
    }

    @Test
    void aBarcodeTellsDuplicatesApartAndAPersonsWordStandsAboveIt() {
        long before = planned(Reason.DUPLICATE_SKU);
        assertThat(before).isPositive();
        MapFromBarcodes.Result result =
                tallyport.skus().fromBarcodes().map(SandboxHouse.ROUTE, false, "owner", Progress.NONE);
        assertThat(result.added()).isNotEmpty();
        assertThat(tallyport.skus().store().entries(SandboxHouse.ROUTE))
                .extracting(MappingEntry::origin)
                .containsOnly(MappingOrigin.BARCODE);
        assertThat(planned(Reason.DUPLICATE_SKU)).isLessThan(before);

        CatalogueItem source = result.added().get(0).source();
        CatalogueItem other =
                found(MismatchKind.ONLY_AT_TARGET).get(0).targets().get(0);
        tallyport.skus().desk().confirm(pair(source, other), Progress.NONE);
        assertThat(mapped()).contains(new SkuMapping(SandboxHouse.ROUTE, source.item(), other.item()));
        assertThat(tallyport
                        .skus()
                        .fromBarcodes()
                        .map(SandboxHouse.ROUTE, false, "owner", Progress.NONE)
                        .added())
                .noneMatch(pair -> pair.source().equals(source));
    }

    @Test
    void aMappedItemThatIsArchivedAtTheTillIsNamed() {
        Mismatch format = found(MismatchKind.SKU_FORMAT).stream()
                .filter(finding ->
                        finding.sources().size() == 1 && finding.targets().size() == 1)
                .findFirst()
                .orElseThrow();
        CatalogueItem source = format.sources().get(0);
        tallyport.skus().desk().confirm(pair(source, format.targets().get(0)), Progress.NONE);
        assertThat(found(MismatchKind.MAPPED_ARCHIVED)).isEmpty();

        house.post("products", "{\"platform\":\"rseries\",\"sku\":\"" + source.name() + "\",\"status\":\"ARCHIVED\"}");

        assertThat(found(MismatchKind.MAPPED_ARCHIVED))
                .singleElement()
                .satisfies(finding -> assertThat(finding.sources())
                        .extracting(CatalogueItem::item)
                        .containsExactly(source.item()));
    }

    @Test
    void whatIsRejectedIsRememberedAndNotSuggestedAgain() {
        Suggestion best = suggested().get(0).best();
        tallyport.skus().desk().reject(pair(best.source(), best.target()), "another size", Progress.NONE);

        assertThat(suggested().stream().flatMap(item -> item.candidates().stream()))
                .noneMatch(each ->
                        each.source().equals(best.source()) && each.target().equals(best.target()));
        assertThat(tallyport.skus().rejections().of(SandboxHouse.ROUTE)).hasSize(1);
        assertThat(tallyport.skus().desk().takeBack(pair(best.source(), best.target())))
                .isTrue();
        assertThat(suggested().stream().flatMap(item -> item.candidates().stream()))
                .anyMatch(each ->
                        each.source().equals(best.source()) && each.target().equals(best.target()));
    }

    @Test
    void anItemIsNeverInTwoMappings() {
        Suggestion best = suggested().get(0).best();
        tallyport.skus().desk().confirm(pair(best.source(), best.target()), Progress.NONE);
        CatalogueItem other =
                found(MismatchKind.ONLY_AT_SOURCE).get(0).sources().get(0);

        assertThatThrownBy(() -> tallyport.skus().desk().confirm(pair(other, best.target()), Progress.NONE))
                .isInstanceOfSatisfying(
                        PortException.Rejected.class,
                        refused -> assertThat(refused.context().code()).contains(MappingErrors.TAKEN));
        assertThat(mapped()).hasSize(1);
    }

    @Test
    void anExportIsImportedWholeOrNotAtAll() throws Exception {
        tallyport.skus().fromBarcodes().map(SandboxHouse.ROUTE, false, "owner", Progress.NONE);
        List<SkuMapping> before = mapped();
        for (String name : List.of("map.json", "map.csv")) {
            Path file = directory.resolve(name);
            tallyport.skus().exports().export(SandboxHouse.ROUTE, file, Progress.NONE);
            mapped().forEach(mapping -> tallyport.skus().store().remove(mapping));

            String text = Files.readString(file);
            String item = before.get(before.size() - 1).sourceItem().value();
            Path broken = Files.writeString(
                    directory.resolve("broken-" + name),
                    text.replace("\"" + item + "\"", "\"gone\"").replace("," + item + ",", ",gone,"));
            ImportMappings.Result refused = take(broken);
            assertThat(refused.problems()).hasSize(1);
            assertThat(mapped()).isEmpty();

            assertThat(take(file).problems()).isEmpty();
            assertThat(mapped()).isEqualTo(before);
        }
    }

    private ImportMappings.Result take(Path file) {
        return tallyport
                .skus()
                .imports()
                .take(new ImportMappings.Request(SandboxHouse.ROUTE, file, false, false, "owner"), Progress.NONE);
    }
}
