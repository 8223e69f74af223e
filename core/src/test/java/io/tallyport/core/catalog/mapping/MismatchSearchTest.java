package io.tallyport.core.catalog.mapping;

import static io.tallyport.core.catalog.mapping.Items.archived;
import static io.tallyport.core.catalog.mapping.Items.item;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.catalog.MappingEntry;
import io.tallyport.core.catalog.MappingOrigin;
import io.tallyport.core.catalog.SkuMapping;
import io.tallyport.core.connection.BlastRadius;
import io.tallyport.core.connection.RoutePolicy;
import io.tallyport.core.connection.SkuScope;
import io.tallyport.core.connection.WebOrders;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Progress;
import io.tallyport.core.kernel.Sku;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MismatchSearchTest {

    private static final String ONE = "4006381333931";
    private static final String OTHER = "73513537";

    private final CatalogueHouse house = new CatalogueHouse((one, other) -> one.equals(other) ? 1 : 0);

    private FindSkuMismatches.Report report() {
        return house.mismatches().find(CatalogueHouse.ROUTE, Progress.NONE);
    }

    /** Each finding in a line: its kind, its items on both sides, and whether it is proven. */
    private List<String> found() {
        return report().findings().stream()
                .map(finding -> finding.kind() + " " + ids(finding.sources()) + " " + ids(finding.targets())
                        + (finding.proven() ? "" : " not proven"))
                .toList();
    }

    private static String ids(List<CatalogueItem> items) {
        return items.stream().map(item -> item.item().value()).sorted().toList().toString();
    }

    private void map(String source, String target, String sourceSku) {
        house.mappings.add(new MappingEntry(
                new SkuMapping(CatalogueHouse.ROUTE, new ExternalId(source), new ExternalId(target)),
                MappingOrigin.PERSON,
                Optional.of(Instant.EPOCH),
                Optional.of("clerk"),
                Optional.of(new Sku(sourceSku)),
                Optional.empty()));
    }

    @Test
    void whatAgreesIsNotFound() {
        house.till.put(item("1", "A", ONE), item("2", "B"));
        house.web.put(item("x", "A", ONE), item("y", "B"));

        assertThat(found()).isEmpty();
        assertThat(report().joined()).isEqualTo(2);
    }

    @Test
    void whatIsOnOneSideOnlyIsProvenByACompleteReadOfTheOther() {
        house.till.put(item("1", "A"));
        house.web.put(item("y", "B"));
        assertThat(found()).containsExactly("ONLY_AT_SOURCE [1] []", "ONLY_AT_TARGET [] [y]");

        house.web.countNoMore();
        assertThat(found()).containsExactly("ONLY_AT_SOURCE [1] [] not proven", "ONLY_AT_TARGET [] [y]");
        assertThat(report().targetComplete()).isFalse();
    }

    @Test
    void duplicatesOfEitherSideAreFoundAndNotCalledLone() {
        house.till.put(item("1", "A"), item("2", "A"));
        house.web.put(item("x", "A"), item("y", "B", ONE), item("z", "C", "0" + ONE));

        assertThat(found())
                .containsExactly(
                        "DUPLICATE_SKU [1, 2] [x]",
                        "DUPLICATE_BARCODE [] [y, z]",
                        "ONLY_AT_TARGET [] [y]",
                        "ONLY_AT_TARGET [] [z]");
    }

    @Test
    void aMappingTellsADuplicateFromItsTwin() {
        house.till.put(item("1", "A"), item("2", "A"));
        house.web.put(item("x", "A"), item("y", "B"));
        map("2", "y", "A");

        assertThat(found()).isEmpty();
    }

    @Test
    void theSameSkuWrittenDifferentlyIsOneFinding() {
        house.till.put(item("1", "ab-1"), item("2", "007"));
        house.web.put(item("x", "AB 1"), item("y", "7"));

        assertThat(found()).containsExactly("SKU_FORMAT [2] [y]", "SKU_FORMAT [1] [x]");
        assertThat(report().findings().get(1).detail()).contains("spaces or punctuation, letter case");
    }

    @Test
    void oneBarcodeWithTwoSkusIsFoundAlsoWhereTheSkusAreJoinedOtherwise() {
        house.till.put(item("1", "A", ONE), item("2", "B", OTHER));
        house.web.put(item("x", "A"), item("y", "Q", ONE), item("z", "R", OTHER));

        assertThat(found()).containsExactly("BARCODE_OTHER_SKU [1] [y]", "BARCODE_OTHER_SKU [2] [z]");
    }

    @Test
    void aMappedItemThatIsGoneArchivedOrMergedIsFound() {
        house.till.put(archived(item("2", "B")), item("33", "C"), archived(item("4", "D", ONE)), item("44", "E", ONE));
        house.web.put(item("x", "W"), item("y", "X"), item("z", "Y"), item("q", "Z"));
        map("1", "x", "A");
        map("2", "y", "B");
        map("3", "z", "C");
        map("4", "q", "D");

        assertThat(found())
                .containsExactly(
                        "MAPPED_GONE [] [x]",
                        "MAPPED_REPLACED [33] [z]",
                        "MAPPED_REPLACED [4, 44] [q]",
                        "MAPPED_ARCHIVED [2] [y]",
                        "ONLY_AT_SOURCE [33] []",
                        "ONLY_AT_SOURCE [44] []");
        assertThat(report().findings().get(0).detail()).contains("SKU A").contains("mapped 1970-01-01");
    }

    @Test
    void aReadThatWasNotCompleteProvesNoDisappearance() {
        house.web.put(item("x", "W"));
        house.till.countNoMore();
        map("1", "x", "A");

        assertThat(found()).containsExactly("MAPPED_GONE [] [x] not proven");
    }

    @Test
    void whatTheOtherSideHasArchivedIsNotCalledLone() {
        house.till.put(archived(item("1", "A")), item("2", " "));
        house.web.put(item("x", "A"));

        assertThat(found()).containsExactly("COUNTERPART_ARCHIVED [1] [x]", "NO_SKU [2] []");
    }

    @Test
    void whatIsOutsideTheRoutesScopeIsLeftOut() {
        RoutePolicy defaults = RoutePolicy.sourceWins(WebOrders.AT_POS_AT_ONCE);
        house.route(new RoutePolicy(
                defaults.merge(),
                defaults.webOrders(),
                1,
                BlastRadius.DEFAULT,
                defaults.planLifetime(),
                new SkuScope(List.of("A"))));
        house.till.put(item("1", "A1"), item("2", "B1"), item("3", ""));
        house.web.put(item("y", "B2"));

        assertThat(found()).containsExactly("ONLY_AT_SOURCE [1] []");
    }

    @Test
    void everyKindSaysWhatToDo() {
        assertThat(Stream.of(MismatchKind.values()))
                .allSatisfy(kind -> assertThat(kind.meaning() + kind.mend()).hasSizeGreaterThan(30));
    }
}
