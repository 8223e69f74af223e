package io.tallyport.core.catalog.mapping;

import static io.tallyport.core.catalog.mapping.Items.archived;
import static io.tallyport.core.catalog.mapping.Items.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.catalog.MappingEntry;
import io.tallyport.core.catalog.MappingOrigin;
import io.tallyport.core.catalog.SkuMapping;
import io.tallyport.core.kernel.ErrorCode;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Progress;
import io.tallyport.core.kernel.Sku;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class MappingDeskTest {

    private static final String ONE = "4006381333931";
    private static final String OTHER = "73513537";

    private final CatalogueHouse house = new CatalogueHouse((one, other) -> one.equals(other) ? 1 : 0);

    private static MappingDesk.Pair pair(String source, String target) {
        return new MappingDesk.Pair(
                CatalogueHouse.ROUTE, ItemRef.parse(source), ItemRef.parse(target), CatalogueHouse.ACTOR);
    }

    private static SkuMapping mapping(String source, String target) {
        return new SkuMapping(CatalogueHouse.ROUTE, new ExternalId(source), new ExternalId(target));
    }

    private List<SkuMapping> mapped() {
        return house.mappings.of(CatalogueHouse.ROUTE);
    }

    private void stored(MappingOrigin origin, String source, String target) {
        house.mappings.add(new MappingEntry(
                mapping(source, target),
                origin,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    }

    private static void refused(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        PortException.Rejected.class,
                        refusal -> assertThat(refusal.context().code()).contains(code));
    }

    @Test
    void whatAPersonConfirmsIsKeptWithWhoWhenAndWhatBothWereCalled() {
        house.till.put(item("1", "A"));
        house.web.put(item("x", "B"));

        MappingEntry entry = house.desk().confirm(pair("A", "id:x"), Progress.NONE);

        assertThat(house.mappings.entries(CatalogueHouse.ROUTE)).containsExactly(entry);
        assertThat(entry.mapping()).isEqualTo(mapping("1", "x"));
        assertThat(entry.origin()).isEqualTo(MappingOrigin.PERSON);
        assertThat(entry.sourceSku()).contains(new Sku("A"));
        assertThat(entry.targetSku()).contains(new Sku("B"));
        assertThat(entry.actor()).contains("clerk");
        assertThat(house.audit.recent(5))
                .singleElement()
                .satisfies(said -> assertThat(said.details()).contains("A (1) and B (x)"));
    }

    @Test
    void anItemThatIsNotThereOrNotTheOnlyOneIsRefused() {
        house.till.put(item("1", "A"), item("2", "A"), archived(item("3", "C")), item("4", "C"));
        house.web.put(item("x", "B"));

        refused(MappingErrors.NO_SUCH_ITEM, () -> house.desk().confirm(pair("A", "B"), Progress.NONE));
        refused(MappingErrors.NO_SUCH_ITEM, () -> house.desk().confirm(pair("Z", "B"), Progress.NONE));
        refused(MappingErrors.NO_SUCH_ITEM, () -> house.desk().confirm(pair("id:9", "B"), Progress.NONE));
        assertThat(mapped()).isEmpty();

        assertThat(house.desk().confirm(pair("C", "B"), Progress.NONE).mapping())
                .isEqualTo(mapping("4", "x"));
    }

    @Test
    void aPersonsWordStandsAgainstAnotherPersonsAndReplacesAWeakerOne() {
        house.till.put(item("1", "A"), item("2", "B"));
        house.web.put(item("x", "Q"), item("y", "R"));
        stored(MappingOrigin.BARCODE, "1", "y");
        stored(MappingOrigin.EXTERNAL_ID, "2", "x");

        house.desk().confirm(pair("A", "Q"), Progress.NONE);
        assertThat(mapped()).containsExactly(mapping("1", "x"));
        refused(MappingErrors.TAKEN, () -> house.desk().confirm(pair("B", "Q"), Progress.NONE));
        refused(MappingErrors.TAKEN, () -> house.desk().reject(pair("A", "Q"), "", Progress.NONE));
        assertThat(mapped()).containsExactly(mapping("1", "x"));
    }

    @Test
    void theSamePairOfAWeakerWordBecomesAPersons() {
        house.till.put(item("1", "A"));
        house.web.put(item("x", "Q"));
        stored(MappingOrigin.BARCODE, "1", "x");

        house.desk().confirm(pair("A", "Q"), Progress.NONE);

        assertThat(house.mappings.entries(CatalogueHouse.ROUTE))
                .singleElement()
                .satisfies(entry -> assertThat(entry.origin()).isEqualTo(MappingOrigin.PERSON));
    }

    @Test
    void aRejectionIsRememberedUntilItIsTakenBackOrConfirmed() {
        house.till.put(item("1", "A"));
        house.web.put(item("x", "Q"));
        house.desk().reject(pair("A", "Q"), "another size", Progress.NONE);
        house.desk().reject(pair("A", "Q"), "again", Progress.NONE);
        assertThat(house.rejections.of(CatalogueHouse.ROUTE))
                .singleElement()
                .satisfies(rejection -> assertThat(rejection.reason()).isEqualTo("another size"));

        assertThat(house.desk().takeBack(pair("id:1", "id:x"))).isTrue();
        assertThat(house.desk().takeBack(pair("id:1", "id:x"))).isFalse();
        assertThatThrownBy(() -> house.desk().takeBack(pair("A", "id:x"))).isInstanceOf(IllegalArgumentException.class);

        house.desk().reject(pair("A", "Q"), "", Progress.NONE);
        house.desk().confirm(pair("A", "Q"), Progress.NONE);
        assertThat(house.rejections.of(CatalogueHouse.ROUTE)).isEmpty();
    }

    @Test
    void aMappingIsRemovedByEitherItemOrByTheSkuOfThenAlsoWhenTheItemIsGone() {
        house.till.put(item("1", "A"));
        house.web.put(item("x", "Q"));
        for (String name : List.of("id:1", "id:x", "A", "Q")) {
            house.till.put(item("1", "A"));
            house.desk().confirm(pair("id:1", "id:x"), Progress.NONE);
            house.till.remove(new ExternalId("1"));
            house.desk().remove(CatalogueHouse.ROUTE, ItemRef.parse(name), "clerk");
            assertThat(mapped()).as(name).isEmpty();
        }
        refused(
                MappingErrors.NO_SUCH_ITEM,
                () -> house.desk().remove(CatalogueHouse.ROUTE, ItemRef.parse("A"), "clerk"));
    }

    @Test
    void oneBarcodeMapsWhatNoSkuJoinsAndGoesBeforeASkuThatSaysOtherwise() {
        house.till.put(item("1", "A", ONE), item("2", "B", OTHER), item("3", "C"));
        house.web.put(item("x", "A"), item("y", "Q", "0" + ONE), item("z", "B", OTHER));

        MapFromBarcodes.Result dry = house.fromBarcodes().map(CatalogueHouse.ROUTE, true, "clerk", Progress.NONE);
        assertThat(mapped()).isEmpty();
        assertThat(dry.added())
                .singleElement()
                .satisfies(pair -> assertThat(pair.againstSku()).isTrue());

        house.fromBarcodes().map(CatalogueHouse.ROUTE, false, "clerk", Progress.NONE);
        assertThat(mapped()).containsExactly(mapping("1", "y"));
        assertThat(house.fromBarcodes()
                        .map(CatalogueHouse.ROUTE, false, "clerk", Progress.NONE)
                        .added())
                .isEmpty();
    }

    @Test
    void aBarcodeNeverMovesAStrongerWordNorARejectedPairNorOneThatSeveralBear() {
        house.till.put(item("1", "A", ONE), item("2", "B", OTHER), item("3", "C", "036000291452"));
        house.web.put(
                item("x", "P", ONE),
                item("y", "Q", OTHER),
                item("z", "R", "036000291452"),
                item("w", "S", "036000291452"),
                item("v", "T"));
        house.desk().confirm(pair("A", "T"), Progress.NONE);
        house.desk().reject(pair("B", "Q"), "", Progress.NONE);

        MapFromBarcodes.Result result = house.fromBarcodes().map(CatalogueHouse.ROUTE, false, "clerk", Progress.NONE);

        assertThat(result.added()).isEmpty();
        assertThat(mapped()).containsExactly(mapping("1", "v"));
    }

    @Test
    void aMappingByBarcodeGoesWhenTheBarcodeDoes() {
        house.till.put(item("1", "A", ONE));
        house.web.put(item("x", "P", ONE), item("y", "Q"));
        house.fromBarcodes().map(CatalogueHouse.ROUTE, false, "clerk", Progress.NONE);
        assertThat(mapped()).containsExactly(mapping("1", "x"));

        house.web.put(item("x", "P"), item("y", "Q", ONE));
        house.fromBarcodes().map(CatalogueHouse.ROUTE, false, "clerk", Progress.NONE);
        assertThat(mapped()).containsExactly(mapping("1", "y"));

        house.web.put(item("y", "Q", OTHER));
        MapFromBarcodes.Result last = house.fromBarcodes().map(CatalogueHouse.ROUTE, false, "clerk", Progress.NONE);
        assertThat(last.removed()).hasSize(1);
        assertThat(mapped()).isEmpty();
    }
}
