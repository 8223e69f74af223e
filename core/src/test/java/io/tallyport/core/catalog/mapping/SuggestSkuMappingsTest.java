package io.tallyport.core.catalog.mapping;

import static io.tallyport.core.catalog.mapping.Items.archived;
import static io.tallyport.core.catalog.mapping.Items.item;
import static io.tallyport.core.catalog.mapping.Items.titled;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.catalog.SkuMapping;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Progress;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SuggestSkuMappingsTest {

    private static final String ONE = "4006381333931";
    private static final String OTHER = "73513537";
    private static final List<String> NONE = List.of();

    private final CatalogueHouse house = new CatalogueHouse(SuggestSkuMappingsTest::sameButOneLetter);

    private static double sameButOneLetter(String one, String other) {
        long differing = one.length() != other.length()
                ? one.length()
                : IntStream.range(0, one.length())
                        .filter(at -> one.charAt(at) != other.charAt(at))
                        .count();
        return differing <= 1 ? 0.95 : 0;
    }

    private List<ItemSuggestions> suggested() {
        return house.suggest().suggest(CatalogueHouse.ROUTE, 3, Progress.NONE).suggestions();
    }

    /** The candidates of an item in order, the certain one with a mark. */
    private List<String> candidatesOf(String source) {
        return suggested().stream()
                .filter(each -> each.source().item().value().equals(source))
                .flatMap(each -> each.candidates().stream())
                .map(each -> each.target().item() + (each.certain() ? "!" : ""))
                .toList();
    }

    @Test
    void aBarcodeThatNobodyElseHasIsCertain() {
        house.till.put(titled("1", "A", "Blue mug", NONE, "5", ONE));
        house.web.put(titled("x", "Q", "Mug, blue", NONE, "5", "0" + ONE), titled("y", "R", "Blue mug", NONE, "5"));

        assertThat(candidatesOf("1")).containsExactly("x!", "y");
        assertThat(suggested().get(0).best().clues()).containsExactly(Clue.SAME_BARCODE, Clue.TITLE, Clue.SAME_PRICE);
    }

    @Test
    void aBarcodeOfSeveralIsNot() {
        house.till.put(titled("1", "A", "Blue mug", NONE, "5", ONE), titled("2", "B", "Red mug", NONE, "5", ONE));
        house.web.put(titled("x", "Q", "Blue mug", NONE, "5", ONE));

        assertThat(candidatesOf("1")).containsExactly("x");
        assertThat(suggested().get(0).source().item().value()).isEqualTo("1");
    }

    @Test
    void aBarcodeWithQuiteAnotherTitleIsNot() {
        house.till.put(titled("1", "A", "Blue mug", NONE, "5", ONE));
        house.web.put(titled("x", "Q", "Garden chair", NONE, "5", ONE));

        assertThat(candidatesOf("1")).containsExactly("x");
    }

    @Test
    void aSkuWrittenDifferentlyIsCertainUnlessSomethingSpeaksAgainstIt() {
        house.till.put(titled("1", "ab-1", "Blue mug", NONE, "5"), titled("2", "cd-2", "Red mug", NONE, "5", ONE));
        house.web.put(titled("x", "AB1", "Blue mug", NONE, "5"), titled("y", "CD2", "Red mug", NONE, "5", OTHER));

        assertThat(candidatesOf("1")).first().isEqualTo("x!");
        assertThat(candidatesOf("2")).first().isEqualTo("y");
    }

    @Test
    void twoCodesThatDisagreeMakeNothingCertain() {
        house.till.put(titled("1", "ab-1", "Blue mug", NONE, "5", ONE));
        house.web.put(titled("x", "AB1", "Blue mug", NONE, "5"), titled("y", "Q", "Blue mug", NONE, "5", ONE));

        assertThat(candidatesOf("1")).containsExactlyInAnyOrder("x", "y");
    }

    @Test
    void oneTargetIsCertainForOneSourceOnly() {
        house.till.put(titled("1", "Q", "Blue mug", NONE, "5", ONE), titled("2", "ab-1", "Blue mug", NONE, "5"));
        house.web.put(titled("x", "AB1", "Blue mug", NONE, "5", ONE));

        assertThat(suggested()).hasSize(2).noneMatch(ItemSuggestions::isCertain);
    }

    @Test
    void aTitleAloneIsNeverCertainHoweverEqualItIs() {
        house.till.put(titled("1", "A", "Blue mug with a handle", NONE, "5"));
        house.web.put(titled("x", "Q", "Blue mug with a handle", NONE, "5"));

        assertThat(candidatesOf("1")).containsExactly("x");
    }

    @Test
    void aSiblingOfAnotherSizeComesBehindTheRightOne() {
        house.till.put(titled("1", "A", "Linen shirt", List.of("Red", "L"), "5"));
        house.web.put(
                titled("m", "Q1", "Linen shirt", List.of("Red", "M"), "5"),
                titled("l", "Q2", "Linen shirt", List.of("Red", "L"), "5"),
                titled("b", "Q3", "Linen shirt Blue L", NONE, "5"));

        assertThat(candidatesOf("1")).first().isEqualTo("l");
    }

    @Test
    void aPrefixATypingErrorAndAMissingSkuAreSeenThrough() {
        house.till.put(
                titled("1", "LS-48213", "Alpha", NONE, "1"),
                titled("2", "MUG-7731", "Beta", NONE, "1"),
                titled("3", "", "Gamma lantern", NONE, "1"));
        house.web.put(
                titled("x", "48213", "Uno", NONE, "1"),
                titled("y", "MUG-7713", "Due", NONE, "1"),
                titled("z", "Q", "Lantarn GAMMA", NONE, "1"));

        assertThat(candidatesOf("1")).containsExactly("x");
        assertThat(candidatesOf("2")).containsExactly("y");
        assertThat(candidatesOf("3")).containsExactly("z");
    }

    @Test
    void whatIsJoinedArchivedOrRejectedIsNotSuggested() {
        house.till.put(
                titled("1", "A", "Blue mug", NONE, "5"),
                titled("2", "B", "Blue mug", NONE, "5"),
                titled("3", "C", "Blue mug", NONE, "5"));
        house.web.put(
                titled("x", "A", "Blue mug", NONE, "5"),
                archived(titled("y", "Q", "Blue mug", NONE, "5")),
                titled("z", "R", "Blue mug", NONE, "5"),
                titled("w", "S", "Blue mug", NONE, "5"));
        house.mappings.add(new SkuMapping(CatalogueHouse.ROUTE, new ExternalId("3"), new ExternalId("w")));
        assertThat(suggested()).hasSize(1);
        assertThat(candidatesOf("2")).containsExactly("z");

        house.desk()
                .reject(
                        new MappingDesk.Pair(CatalogueHouse.ROUTE, ItemRef.parse("B"), ItemRef.parse("id:z"), "clerk"),
                        "another handle",
                        Progress.NONE);
        assertThat(suggested()).isEmpty();
    }

    @Test
    void onlyWhatIsCertainIsMappedAtOnceAndADryRunMapsNothing() {
        house.till.put(titled("1", "A", "Blue mug", NONE, "5", ONE), titled("2", "B", "Red lamp", NONE, "5"));
        house.web.put(titled("x", "Q", "Blue mug", NONE, "5", ONE), titled("y", "R", "Red lamp", NONE, "5"));

        ConfirmCertain.Result dry = house.confirmCertain().confirm(CatalogueHouse.ROUTE, true, "clerk", Progress.NONE);
        assertThat(dry.certain()).hasSize(1);
        assertThat(dry.left()).isEqualTo(1);
        assertThat(house.mappings.of(CatalogueHouse.ROUTE)).isEmpty();

        house.confirmCertain().confirm(CatalogueHouse.ROUTE, false, "clerk", Progress.NONE);
        assertThat(house.mappings.of(CatalogueHouse.ROUTE))
                .containsExactly(new SkuMapping(CatalogueHouse.ROUTE, new ExternalId("1"), new ExternalId("x")));
        assertThat(house.audit.recent(1))
                .singleElement()
                .satisfies(entry -> assertThat(entry.details()).contains("1 certain"));
    }

    @Test
    void emptyCataloguesAndItemsWithoutAnythingToGoByGiveNothing() {
        assertThat(suggested()).isEmpty();
        house.till.put(item("1", ""), titled("2", "--", "…", NONE, "0"));
        house.web.put(titled("x", "..", "", NONE, "0"));
        assertThat(suggested()).isEmpty();
    }
}
