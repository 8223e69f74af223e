package io.tallyport.core.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Progress;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link InventorySink} keeps to, whether or not its platform remembers keys. */
public interface LevelSettingContract {

    ShopUnderTest shop();

    InventorySink sink();

    @Test
    default void aWriteSetsAllItsLines() {
        List<StockLevel> levels = stocked().subList(0, Math.min(3, sink().maxLines()));
        StockWrite write = write(levels, 2);
        assertThat(sink().set(write, key()).status()).isEqualTo(SetOutcome.Status.APPLIED);
        for (StockWrite.Line line : write.lines()) {
            assertThat(onHand(line.item())).isEqualTo(line.to());
        }
    }

    @Test
    default void oneStaleLineRefusesTheWholeWriteAndChangesNothing() {
        List<StockLevel> levels = stocked().subList(0, Math.min(2, sink().maxLines()));
        StockWrite write = write(levels, 2);
        StockLevel last = levels.get(levels.size() - 1);
        shop().move(last, -1);
        assertThat(sink().set(write, key()).status()).isEqualTo(SetOutcome.Status.STALE);
        for (StockWrite.Line line : write.lines()) {
            long moved = line.item().equals(last.item()) ? 1 : 0;
            assertThat(onHand(line.item())).isEqualTo(line.from() - moved);
        }
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
        StockWrite.Line bad = new StockWrite.Line(shop().unknownItem(), 0, 1);
        List<StockWrite.Line> lines =
                sink().maxLines() > 1 ? List.of(new StockWrite.Line(good.item(), from, from + 1), bad) : List.of(bad);
        SetOutcome outcome = sink().set(
                        new StockWrite(
                                StockFigure.ON_HAND, shop().location(), "gid://tallyport/StockPlan/contract", lines),
                        key());
        assertThat(outcome.status()).isEqualTo(SetOutcome.Status.REFUSED);
        assertThat(outcome.problems()).allMatch(problem -> problem.line() == lines.indexOf(bad));
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

    default StockWrite write(List<StockLevel> levels, long more) {
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

    default Collection<StockLevel> all() {
        return new LevelReader("contract", Progress.NONE)
                .all(shop().source(), shop().location())
                .levels();
    }

    default List<StockLevel> stocked() {
        return all().stream()
                .filter(level -> level.tracked() && level.stocking() == Stocking.STOCKED)
                .filter(level -> level.onHand()
                        .filter(quantity -> quantity.signum() > 0 && !quantity.hasFraction())
                        .isPresent())
                .toList();
    }

    default long onHand(ExternalId item) {
        return shop().source()
                .levelsOf(shop().location(), List.of(item))
                .get(0)
                .onHand()
                .orElseThrow()
                .toWholeUnits();
    }

    static String key() {
        return UUID.randomUUID().toString();
    }
}
