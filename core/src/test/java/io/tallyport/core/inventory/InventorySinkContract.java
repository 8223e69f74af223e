package io.tallyport.core.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Progress;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link InventorySink} keeps to. */
public interface InventorySinkContract {

    ShopUnderTest shop();

    InventorySink sink();

    @Test
    default void aWriteSetsAllItsLines() {
        List<StockLevel> levels = stocked().subList(0, 3);
        StockWrite write = write(levels, 2);
        assertThat(sink().set(write, key()).status()).isEqualTo(SetOutcome.Status.APPLIED);
        for (StockWrite.Line line : write.lines()) {
            assertThat(onHand(line.item())).isEqualTo(line.to());
        }
    }

    @Test
    default void oneStaleLineRefusesTheWholeWriteAndChangesNothing() {
        List<StockLevel> levels = stocked().subList(0, 2);
        StockWrite write = write(levels, 2);
        shop().move(levels.get(1), -1);
        assertThat(sink().set(write, key()).status()).isEqualTo(SetOutcome.Status.STALE);
        assertThat(onHand(levels.get(0).item())).isEqualTo(write.lines().get(0).from());
        assertThat(onHand(levels.get(1).item())).isEqualTo(write.lines().get(1).from() - 1);
    }

    @Test
    default void theSameWriteUnderTheSameKeyHasOneEffect() {
        StockLevel level = stocked().get(0);
        StockWrite write = write(List.of(level), 2);
        String key = key();
        sink().set(write, key);
        shop().move(level, -2);
        long before = onHand(level.item());
        sink().set(write, key);
        assertThat(before).isEqualTo(write.lines().get(0).from());
        assertThat(onHand(level.item())).isEqualTo(before);
    }

    @Test
    default void aWriteThatChangesNothingSaysSo() {
        StockWrite write = write(stocked().subList(0, 1), 0);
        assertThat(sink().set(write, key()).status()).isEqualTo(SetOutcome.Status.UNCHANGED);
    }

    @Test
    default void aRefusedLineIsNamedOrTheWriteCanBeCutInHalves() {
        StockLevel good = stocked().get(0);
        long from = good.onHand().orElseThrow().toWholeUnits();
        StockWrite write = new StockWrite(
                StockFigure.ON_HAND,
                shop().location(),
                "gid://tallyport/StockPlan/contract",
                List.of(
                        new StockWrite.Line(good.item(), from, from + 1),
                        new StockWrite.Line(shop().unknownItem(), 0, 1)));
        SetOutcome outcome = sink().set(write, key());
        assertThat(outcome.status()).isEqualTo(SetOutcome.Status.REFUSED);
        assertThat(outcome.problems()).allMatch(problem -> problem.line() == 1);
        assertThat(onHand(good.item())).isEqualTo(from);
    }

    @Test
    default void anActiveLevelStaysAsItIsWhenActivatedAgain() {
        StockLevel level = stocked().get(0);
        StockLevel after = sink().activate(shop().location(), level.item(), key());
        assertThat(after.stocking()).isEqualTo(Stocking.STOCKED);
        assertThat(after.onHand()).isEqualTo(level.onHand());
    }

    @Test
    default void anItemWithoutALevelGetsOneThatIsOn() {
        StockLevel level = all().stream()
                .filter(candidate -> candidate.tracked() && candidate.stocking() == Stocking.NOT_STOCKED)
                .findFirst()
                .orElseThrow();
        StockLevel after = sink().activate(shop().location(), level.item(), key());
        assertThat(after.stocking()).isEqualTo(Stocking.STOCKED);
        assertThat(shop().source().levelsOf(shop().location(), List.of(level.item())))
                .singleElement()
                .satisfies(now -> assertThat(now.stocking()).isEqualTo(Stocking.STOCKED));
    }

    @Test
    default void aPayloadOfTheGreatestSizeIsTaken() {
        List<StockLevel> levels = stocked();
        List<StockLevel> most = levels.subList(0, Math.min(levels.size(), sink().maxLines()));
        assertThat(sink().set(write(most, 1), key()).status()).isEqualTo(SetOutcome.Status.APPLIED);
    }

    @Test
    default void anUnknownLocationIsRefused() {
        StockLevel level = stocked().get(0);
        StockWrite write = new StockWrite(
                StockFigure.ON_HAND,
                shop().unknownLocation(),
                "gid://tallyport/StockPlan/contract",
                List.of(new StockWrite.Line(level.item(), 0, 1)));
        SetOutcome.Status status;
        try {
            status = sink().set(write, key()).status();
        } catch (PortException.Rejected rejected) {
            status = SetOutcome.Status.REFUSED;
        }
        assertThat(status).isEqualTo(SetOutcome.Status.REFUSED);
    }

    private StockWrite write(List<StockLevel> levels, long more) {
        return new StockWrite(
                StockFigure.ON_HAND,
                shop().location(),
                "gid://tallyport/StockPlan/contract",
                levels.stream()
                        .map(level -> {
                            long from = level.onHand().orElseThrow().toWholeUnits();
                            return new StockWrite.Line(level.item(), from, from + more);
                        })
                        .toList());
    }

    private Collection<StockLevel> all() {
        return new LevelReader("contract", Progress.NONE)
                .all(shop().source(), shop().location())
                .levels();
    }

    private List<StockLevel> stocked() {
        return all().stream()
                .filter(level -> level.tracked() && level.stocking() == Stocking.STOCKED)
                .filter(level ->
                        level.onHand().map(quantity -> quantity.signum() > 0).orElse(false))
                .toList();
    }

    private long onHand(ExternalId item) {
        return shop().source()
                .levelsOf(shop().location(), List.of(item))
                .get(0)
                .onHand()
                .orElseThrow()
                .toWholeUnits();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
