package io.tallyport.core.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.Sku;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link LevelSpools} keeps to. */
public interface LevelSpoolsContract {

    Instant NOW = Instant.parse("2026-11-21T10:00:00.123Z");
    Duration HOUR = Duration.ofHours(1);

    LevelSpools spools();

    private LevelSpool open(Instant now) {
        return spools().open("till/1", now, HOUR);
    }

    private static ReadPoint at(String cursor) {
        return new ReadPoint(Optional.of(new Cursor(cursor)), OptionalLong.empty(), Optional.empty());
    }

    private static StockLevel level(String item, String sku, int units) {
        Quantity quantity = Quantity.of(units);
        return new StockLevel(
                new ExternalId(item),
                sku.isEmpty() ? Optional.empty() : Optional.of(new Sku(sku)),
                "Item " + item,
                true,
                Stocking.STOCKED,
                Optional.of(quantity),
                Optional.of(quantity));
    }

    private static List<StockLevel> all(OrderedLevels levels) {
        List<StockLevel> all = new ArrayList<>();
        levels.inOrder().forEachRemaining(all::add);
        return all;
    }

    @Test
    default void levelsComeBackInOrderAsTheyWere() {
        StockLevel fraction = new StockLevel(
                new ExternalId("gid://shopify/InventoryItem/9007199254740993"),
                Optional.of(new Sku("TEA-\u00fc \ud83c\udf75")),
                "Gr\u00fcner Tee \u2615\ud83c\udf75\n100 g",
                false,
                Stocking.INACTIVE,
                Optional.of(Quantity.parse("-4.7500")),
                Optional.of(Quantity.parse("123456789012345678901234567890.5")));
        StockLevel bare = new StockLevel(
                new ExternalId("7"),
                Optional.empty(),
                "",
                true,
                Stocking.NOT_STOCKED,
                Optional.empty(),
                Optional.empty());
        StockLevel huge = level("8", "Z".repeat(70_000), Integer.MIN_VALUE);
        try (LevelSpool spool = open(NOW)) {
            spool.add(List.of(huge, fraction));
            spool.add(List.of(bare));
            spool.checkpoint(at("c"));
            assertThat(all(spool)).containsExactly(bare, fraction, huge);
            assertThat(all(spool)).hasSize(3);
            assertThat(spool.items()).isEqualTo(3);
        }
    }

    @Test
    default void theOrderIsThatOfStringsWhateverTheAlphabet() {
        List<String> skus = List.of(
                "\ud83c\udf75",
                "\uffee",
                "\u00ff",
                "\u0100",
                "\u0101",
                "a",
                "aa",
                "ab",
                "aaaaaaaab",
                "aaaaaaaaa",
                "B",
                "\u4e00\u4e01",
                "\u4e00",
                "a\u00ff",
                "a\u0100",
                "a\u0100b",
                "a\u00ffa");
        List<StockLevel> levels = new ArrayList<>();
        for (String sku : skus) {
            levels.add(level("i" + levels.size(), sku, 1));
        }
        try (LevelSpool spool = open(NOW)) {
            for (StockLevel level : levels) {
                spool.add(List.of(level));
                if (level.item().value().endsWith("4")) {
                    spool.checkpoint(at("c"));
                }
            }
            spool.checkpoint(at("d"));
            levels.sort(OrderedLevels.ORDER);
            assertThat(all(spool)).containsExactlyElementsOf(levels);
        }
    }

    @Test
    default void manyLevelsOverManyCheckpointsComeBackInOrder() {
        List<StockLevel> levels = new ArrayList<>();
        IntStream.range(0, 20_000)
                .forEach(i -> levels.add(level("item-" + i, i % 7 == 0 ? "" : "SKU-" + i % 15_000, i)));
        Collections.shuffle(levels, new Random(7));
        try (LevelSpool spool = open(NOW)) {
            for (int i = 0; i < levels.size(); i += 250) {
                spool.add(levels.subList(i, i + 250));
                if (i % 1500 == 0) {
                    spool.checkpoint(at("" + i));
                }
            }
            spool.checkpoint(at("end"));
            levels.sort(OrderedLevels.ORDER);
            assertThat(all(spool)).containsExactlyElementsOf(levels);
        }
    }

    @Test
    default void ofAnItemThatComesTwiceTheLaterOneCountsWhateverItsSku() {
        try (LevelSpool spool = open(NOW)) {
            spool.add(List.of(level("1", "A", 1), level("2", "B", 1), level("3", "C", 1)));
            spool.add(List.of(level("2", "A", 2)));
            spool.checkpoint(at("c"));
            spool.add(List.of(level("3", "", 3), level("1", "A", 3)));
            spool.checkpoint(at("d"));
            spool.add(List.of(level("3", "0", 4)));
            spool.checkpoint(at("e"));
            assertThat(spool.items()).isEqualTo(3);
            assertThat(all(spool)).containsExactly(level("3", "0", 4), level("1", "A", 3), level("2", "A", 2));
            assertThat(spool.of(Set.of(new ExternalId("3"), new ExternalId("1"), new ExternalId("9"))))
                    .containsExactlyInAnyOrder(level("3", "0", 4), level("1", "A", 3));
        }
    }

    @Test
    default void aReadThatWasCutOffGoesOnFromItsLastCheckpoint() {
        try (LevelSpool spool = open(NOW)) {
            assertThat(spool.reached()).isEmpty();
            spool.add(List.of(level("1", "A", 1), level("2", "B", 1)));
            spool.checkpoint(at("after 2"));
            spool.add(List.of(level("3", "C", 1)));
        }
        try (LevelSpool spool = open(NOW.plus(HOUR).minusMillis(1))) {
            assertThat(spool.begun()).isEqualTo(NOW);
            assertThat(spool.reached()).contains(at("after 2"));
            assertThat(spool.items()).isEqualTo(2);
            spool.add(List.of(level("2", "X", 5), level("4", "D", 1)));
            spool.checkpoint(at("after 4"));
            assertThat(spool.items()).isEqualTo(3);
            assertThat(all(spool)).containsExactly(level("1", "A", 1), level("4", "D", 1), level("2", "X", 5));
        }
        try (LevelSpool spool = open(NOW.plusSeconds(5))) {
            assertThat(spool.reached()).contains(at("after 4"));
            assertThat(all(spool)).containsExactly(level("1", "A", 1), level("4", "D", 1), level("2", "X", 5));
        }
    }

    @Test
    default void theEndOfAReadIsKeptAsItWas() {
        ReadPoint end = new ReadPoint(Optional.empty(), OptionalLong.of(1), Optional.of(new Watermark("2026\u00fc")));
        try (LevelSpool spool = open(NOW)) {
            spool.add(List.of(level("1", "A", 1)));
            spool.checkpoint(end);
        }
        try (LevelSpool spool = open(NOW)) {
            assertThat(spool.reached()).contains(end);
        }
    }

    @Test
    default void whatIsAnHourOldOrFromTheFutureIsNotGoneOnWith() {
        for (Instant begun : List.of(NOW.minus(HOUR), NOW.plusMillis(1))) {
            try (LevelSpool spool = open(begun)) {
                spool.add(List.of(level("1", "A", 1)));
                spool.checkpoint(at("c"));
            }
            try (LevelSpool spool = open(NOW)) {
                assertThat(spool.reached()).isEmpty();
                assertThat(spool.begun()).isEqualTo(NOW);
                assertThat(spool.items()).isZero();
                spool.discard();
            }
        }
    }

    @Test
    default void whatIsDiscardedIsGone() {
        LevelSpool spool = open(NOW);
        spool.add(List.of(level("1", "A", 1)));
        spool.checkpoint(at("c"));
        spool.discard();
        spool.close();
        try (LevelSpool next = open(NOW)) {
            assertThat(next.reached()).isEmpty();
        }
    }

    @Test
    default void twoWhoReadTheSameDoNotShareASpool() {
        try (LevelSpool one = open(NOW);
                LevelSpool two = open(NOW)) {
            one.add(List.of(level("1", "A", 1)));
            one.checkpoint(at("one"));
            two.add(List.of(level("2", "B", 1)));
            two.checkpoint(at("two"));
            assertThat(all(one)).containsExactly(level("1", "A", 1));
            assertThat(all(two)).containsExactly(level("2", "B", 1));
        }
    }

    @Test
    default void whatIsReadElsewhereIsNotGoneOnWith() {
        try (LevelSpool spool = open(NOW)) {
            spool.add(List.of(level("1", "A", 1)));
            spool.checkpoint(at("c"));
        }
        try (LevelSpool other = spools().open("till/2", NOW, HOUR);
                LevelSpool same = open(NOW)) {
            assertThat(other.reached()).isEmpty();
            assertThat(same.reached()).contains(at("c"));
        }
    }
}
