package io.tallyport.core.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link InventorySink} keeps to whose platform remembers keys and switches levels on. */
public interface InventorySinkContract extends LevelSettingContract {

    @Test
    default void theSameWriteUnderTheSameKeyHasOneEffect() {
        StockLevel level = stocked().get(0);
        StockWrite write = write(List.of(level), 2);
        String key = LevelSettingContract.key();
        sink().set(write, key);
        shop().move(level, -2);
        long before = onHand(level.item());
        sink().set(write, key);
        assertThat(before).isEqualTo(write.lines().get(0).from());
        assertThat(onHand(level.item())).isEqualTo(before);
    }

    @Test
    default void anItemWithoutALevelGetsOneThatIsOn() {
        StockLevel level = all().stream()
                .filter(candidate -> candidate.tracked() && candidate.stocking() == Stocking.NOT_STOCKED)
                .findFirst()
                .orElseThrow();
        StockLevel after = sink().activate(shop().location(), level.item(), LevelSettingContract.key());
        assertThat(after.stocking()).isEqualTo(Stocking.STOCKED);
        assertThat(shop().source().levelsOf(shop().location(), List.of(level.item())))
                .singleElement()
                .satisfies(now -> assertThat(now.stocking()).isEqualTo(Stocking.STOCKED));
    }
}
