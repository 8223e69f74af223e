package io.tallyport.core.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.connection.LocationRef;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.Sku;
import io.tallyport.core.kernel.Undone;
import io.tallyport.core.kernel.UnitOfWork;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link LevelMirror} and {@link LevelMirrorSink} keeps to. */
public interface LevelMirrorContract {

    LocationRef SHOP = new LocationRef(new ConnectionId("till"), new ExternalId("1"));
    Instant AT = Instant.parse("2026-03-08T02:30:00.123456Z");

    LevelMirror subject();

    LevelMirrorSink sink();

    UnitOfWork unitOfWork();

    private static StockLevel level(String item, String sku, String onHand) {
        return new StockLevel(
                new ExternalId(item),
                sku.isEmpty() ? Optional.empty() : Optional.of(new Sku(sku)),
                "Item " + item,
                true,
                Stocking.STOCKED,
                Optional.of(Quantity.parse(onHand)),
                Optional.empty());
    }

    private List<String> changed(LocationRef location, long revision) {
        List<String> items = new ArrayList<>();
        subject()
                .changedAfter(
                        location, revision, level -> items.add(level.item().value()));
        return items;
    }

    private List<StockLevel> all(LocationRef location) {
        List<StockLevel> levels = new ArrayList<>();
        subject().changedAfter(location, -1, levels::add);
        return levels;
    }

    private MirrorState state() {
        return subject().state(SHOP).orElseThrow();
    }

    private static MirrorRead read(MirrorRead.Kind kind, long revision) {
        return new MirrorRead(kind, revision, "basis", new Watermark("mark " + revision), AT);
    }

    @Test
    default void aLocationThatWasNeverReadHasNoMirror() {
        assertThat(subject().state(SHOP)).isEmpty();
        assertThat(all(SHOP)).isEmpty();
        assertThat(subject().ofSkus(SHOP, List.of(new Sku("A")))).isEmpty();
        assertThat(subject().ofItems(SHOP, List.of(new ExternalId("1")))).isEmpty();
        assertThat(sink().keepOnly(SHOP, 1, item -> false)).isZero();
    }

    @Test
    default void everyPartOfALevelIsKept() {
        StockLevel bare = new StockLevel(
                new ExternalId("gid://shopify/InventoryItem/1"),
                Optional.empty(),
                "",
                false,
                Stocking.NOT_STOCKED,
                Optional.empty(),
                Optional.empty());
        StockLevel full = new StockLevel(
                new ExternalId("2"),
                Optional.of(new Sku("Größe-ä\uD83D\uDC55")),
                "Größe \uD83D\uDC55",
                true,
                Stocking.INACTIVE,
                Optional.of(Quantity.parse("-12345678901234.123456789")),
                Optional.of(Quantity.parse("0")));

        sink().put(SHOP, 1, List.of(bare, full));

        assertThat(all(SHOP)).containsExactlyInAnyOrder(bare, full);
    }

    @Test
    default void onlyWhatDiffersIsWrittenAndBearsTheNewRevision() {
        sink().put(SHOP, 1, List.of(level("1", "A", "5"), level("2", "B", "6")));

        assertThat(sink().put(SHOP, 2, List.of(level("1", "A", "5.0"), level("2", "B", "7"), level("3", "C", "1"))))
                .isEqualTo(2);

        assertThat(changed(SHOP, 1)).containsExactlyInAnyOrder("2", "3");
        assertThat(changed(SHOP, 2)).isEmpty();
        assertThat(subject().ofItems(SHOP, List.of(new ExternalId("2"))))
                .singleElement()
                .satisfies(level -> assertThat(level.onHand()).contains(Quantity.of(7)));
    }

    @Test
    default void theSameItemTwiceInOneCallKeepsTheLast() {
        sink().put(SHOP, 1, List.of(level("1", "A", "5"), level("1", "A", "6")));

        assertThat(all(SHOP)).containsExactly(level("1", "A", "6"));
        assertThat(state().rows()).isEqualTo(1);
    }

    @Test
    default void manyRowsComeInRevisionsEachOnce() {
        List<StockLevel> many = IntStream.range(0, 2500)
                .mapToObj(i -> level("i" + i, "S" + i, "1"))
                .toList();
        sink().put(SHOP, 1, many);
        sink().put(SHOP, 2, List.of(level("i7", "S7", "2")));

        assertThat(changed(SHOP, 0)).hasSize(2500).doesNotHaveDuplicates().endsWith("i7");
        assertThat(state().rows()).isEqualTo(2500);
        assertThat(subject().ofItems(SHOP, many.stream().map(StockLevel::item).toList()))
                .hasSize(2500);
    }

    @Test
    default void allItemsUnderASkuShow() {
        sink().put(SHOP, 1, List.of(level("1", "A", "5"), level("2", "A", "6"), level("3", "a", "6")));

        assertThat(subject().ofSkus(SHOP, List.of(new Sku("A"), new Sku("X"))))
                .extracting(level -> level.item().value())
                .containsExactlyInAnyOrder("1", "2");
    }

    @Test
    default void anItemThatLeavesASkuTouchesTheOthersUnderIt() {
        sink().put(SHOP, 1, List.of(level("1", "A", "5"), level("2", "A", "6"), level("3", "C", "6")));

        sink().put(SHOP, 2, List.of(level("1", "B", "5")));

        assertThat(changed(SHOP, 1)).containsExactlyInAnyOrder("1", "2");
    }

    @Test
    default void whatWasNotSeenIsRemovedAndTouchesTheOthersUnderItsSku() {
        sink().put(SHOP, 1, List.of(level("1", "A", "5"), level("2", "A", "6"), level("3", "", "6")));

        assertThat(sink().keepOnly(SHOP, 2, Set.of(new ExternalId("2"), new ExternalId("3"))::contains))
                .isEqualTo(1);

        assertThat(all(SHOP)).extracting(level -> level.item().value()).containsExactlyInAnyOrder("2", "3");
        assertThat(changed(SHOP, 1)).containsExactly("2");
        assertThat(state().rows()).isEqualTo(2);
    }

    @Test
    default void manyRowsAreRemovedInOneGo() {
        sink().put(
                        SHOP,
                        1,
                        IntStream.range(0, 2100)
                                .mapToObj(i -> level("i" + i, "S" + i, "1"))
                                .toList());

        assertThat(sink().keepOnly(SHOP, 2, item -> item.value().endsWith("7"))).isEqualTo(1890);

        assertThat(state().rows()).isEqualTo(210);
    }

    @Test
    default void locationsDoNotDisturbEachOther() {
        LocationRef other = new LocationRef(new ConnectionId("till"), new ExternalId("2"));
        sink().put(SHOP, 1, List.of(level("1", "A", "5")));
        sink().put(other, 1, List.of(level("1", "A", "9"), level("2", "A", "9")));

        assertThat(sink().keepOnly(other, 2, item -> item.value().equals("2"))).isEqualTo(1);

        assertThat(all(SHOP)).containsExactly(level("1", "A", "5"));
        assertThat(changed(other, 1)).containsExactly("2");
    }

    @Test
    default void aWholeReadMakesTheMirrorCompleteAndChangesMoveTheMark() {
        sink().put(SHOP, 1, List.of(level("1", "A", "5")));
        assertThat(state().isComplete()).isFalse();

        assertThat(sink().advance(SHOP, read(MirrorRead.Kind.EVERYTHING, 1))).isTrue();
        assertThat(state())
                .isEqualTo(new MirrorState(
                        "basis", 1, 1, Optional.of(new Watermark("mark 1")), Optional.of(AT), Optional.of(AT)));

        assertThat(sink().advance(SHOP, read(MirrorRead.Kind.CHANGES, 2))).isTrue();
        assertThat(state().mark()).contains(new Watermark("mark 2"));
        assertThat(state().full()).contains(AT);
    }

    @Test
    default void someRowsMoveNeitherTheMarkNorTheTimeOfTheLastWholeRead() {
        assertThat(sink().advance(SHOP, read(MirrorRead.Kind.SOME, 1))).isTrue();

        assertThat(state()).isEqualTo(new MirrorState("", 1, 0, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @Test
    default void onlyTheNextRevisionIsTaken() {
        assertThat(sink().advance(SHOP, read(MirrorRead.Kind.EVERYTHING, 1))).isTrue();

        assertThat(sink().advance(SHOP, read(MirrorRead.Kind.CHANGES, 1))).isFalse();
        assertThat(sink().advance(SHOP, read(MirrorRead.Kind.CHANGES, 3))).isFalse();

        assertThat(state().revision()).isEqualTo(1);
        assertThat(state().mark()).contains(new Watermark("mark 1"));
    }

    @Test
    default void whatDoesNotFitIsCutOrKeptAsNone() {
        StockLevel odd = new StockLevel(
                new ExternalId("1"),
                Optional.of(new Sku("x".repeat(1001))),
                "t".repeat(300),
                true,
                Stocking.STOCKED,
                Optional.of(Quantity.of(1)),
                Optional.empty());

        sink().put(SHOP, 1, List.of(odd));

        assertThat(all(SHOP)).singleElement().satisfies(level -> {
            assertThat(level.sku()).isEmpty();
            assertThat(level.title()).isEqualTo("t".repeat(255));
        });
        assertThat(sink().put(SHOP, 2, List.of(odd))).isZero();
    }

    @Test
    default void aFailedUnitOfWorkLeavesTheMirrorAsItWas() {
        sink().put(SHOP, 1, List.of(level("1", "A", "5")));
        sink().advance(SHOP, read(MirrorRead.Kind.EVERYTHING, 1));

        Undone.in(unitOfWork(), () -> {
            sink().put(SHOP, 2, List.of(level("1", "A", "6"), level("2", "B", "6")));
            sink().advance(SHOP, read(MirrorRead.Kind.CHANGES, 2));
        });

        assertThat(all(SHOP)).containsExactly(level("1", "A", "5"));
        assertThat(state().revision()).isEqualTo(1);
        assertThat(state().rows()).isEqualTo(1);
    }
}
