package io.tallyport.core.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Progress;
import io.tallyport.core.kernel.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every {@link InventorySource} keeps to. */
public interface InventorySourceContract {

    ShopUnderTest shop();

    @Test
    default void aReadReachesItsEndAndProvesThatItSawEverything() {
        ReadLevels read = new LevelReader("contract", Progress.NONE).all(shop().source(), shop().location());
        assertThat(read.complete()).isTrue();
        assertThat(read.levels()).hasSizeGreaterThanOrEqualTo(40);
        assertThat(read.levels()).anyMatch(level -> level.sku().isPresent());
    }

    @Test
    default void aLevelHasFiguresOnlyWhereItIsStocked() {
        ReadLevels read = new LevelReader("contract", Progress.NONE).all(shop().source(), shop().location());
        assertThat(read.levels())
                .filteredOn(level -> level.stocking() == Stocking.NOT_STOCKED)
                .allMatch(level -> level.onHand().isEmpty() && level.available().isEmpty());
        assertThat(read.levels())
                .filteredOn(level -> level.stocking() == Stocking.STOCKED && level.tracked())
                .isNotEmpty()
                .allMatch(level -> level.onHand().isPresent());
    }

    @Test
    default void aReadGoesOnFromAStoredCursor() {
        ReadLevels whole = new LevelReader("contract", Progress.NONE).all(shop().source(), shop().location());
        LevelPage first = shop().source().levels(shop().location(), Optional.empty());
        List<StockLevel> seen = new ArrayList<>(first.items());
        Optional<Cursor> cursor = first.next();
        while (cursor.isPresent()) {
            Cursor stored = new Cursor(cursor.get().value());
            LevelPage next = shop().source().levels(shop().location(), Optional.of(stored));
            seen.addAll(next.items());
            cursor = next.next();
        }
        assertThat(seen.stream().map(StockLevel::item).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        whole.levels().stream().map(StockLevel::item).toList());
    }

    @Test
    default void aChangeAfterTheMarkIsNotMissed() {
        LevelReader reader = new LevelReader("contract", Progress.NONE);
        ReadLevels read = reader.all(shop().source(), shop().location());
        StockLevel level = stocked(read);
        shop().move(level, -1);
        ReadLevels changed = reader.changed(shop().source(), shop().location(), read.mark());
        assertThat(changed.levels()).anySatisfy(now -> isOneLess(level, now));
    }

    @Test
    default void aReadOfChangesHandsOverToTheNext() {
        LevelReader reader = new LevelReader("contract", Progress.NONE);
        ReadLevels read = reader.all(shop().source(), shop().location());
        ReadLevels quiet = reader.changed(shop().source(), shop().location(), read.mark());
        StockLevel level = stocked(read);
        shop().move(level, -1);
        ReadLevels changed = reader.changed(shop().source(), shop().location(), quiet.mark());
        assertThat(changed.levels()).anySatisfy(now -> isOneLess(level, now));
        assertThat(changed.levels()).hasSizeLessThan(read.levels().size());
    }

    @Test
    default void aChangeDuringAReadIsNotMissedAfterIt() {
        LevelReader reader = new LevelReader("contract", Progress.NONE);
        StockLevel level = stocked();
        LevelPage page = shop().source().levels(shop().location(), Optional.empty());
        shop().move(level, -1);
        while (page.next().isPresent()) {
            Cursor stored = new Cursor(page.next().get().value());
            page = shop().source().levels(shop().location(), Optional.of(stored));
        }
        ReadLevels changed =
                reader.changed(shop().source(), shop().location(), page.mark().orElseThrow());
        Stream<StockLevel> told = Stream.concat(page.items().stream(), changed.levels().stream());
        assertThat(told).anySatisfy(now -> isOneLess(level, now));
    }

    private static void isOneLess(StockLevel before, StockLevel now) {
        assertThat(now.item()).isEqualTo(before.item());
        assertThat(now.onHand()).contains(before.onHand().orElseThrow().minus(Quantity.of(1)));
    }

    @Test
    default void theLevelsOfSomeItemsLeaveOutWhatIsNotThere() {
        StockLevel level = stocked();
        List<StockLevel> found =
                shop().source().levelsOf(shop().location(), List.of(level.item(), shop().unknownItem()));
        assertThat(found).extracting(StockLevel::item).containsExactly(level.item());
        assertThat(found.get(0).onHand()).isEqualTo(level.onHand());
    }

    @Test
    default void theLevelsOfNothingAreNone() {
        assertThat(shop().source().levelsOf(shop().location(), List.of())).isEmpty();
    }

    @Test
    default void anUnknownLocationIsRejectedAndNotAnEmptyShop() {
        ExternalId nowhere = shop().unknownLocation();
        assertThatThrownBy(() -> new LevelReader("contract", Progress.NONE).all(shop().source(), nowhere))
                .isInstanceOf(PortException.Rejected.class);
    }

    private StockLevel stocked() {
        return stocked(new LevelReader("contract", Progress.NONE).all(shop().source(), shop().location()));
    }

    private static StockLevel stocked(ReadLevels read) {
        return read.levels().stream()
                .filter(level -> level.tracked() && level.stocking() == Stocking.STOCKED)
                .filter(level -> level.onHand()
                        .map(quantity -> quantity.signum() > 0 && !quantity.hasFraction())
                        .orElse(false))
                .findFirst()
                .orElseThrow();
    }
}
