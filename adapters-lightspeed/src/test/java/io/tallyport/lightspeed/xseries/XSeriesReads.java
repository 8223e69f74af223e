package io.tallyport.lightspeed.xseries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.history.ApiCall;
import io.tallyport.core.inventory.InventorySource;
import io.tallyport.core.inventory.InventorySourceContract;
import io.tallyport.core.inventory.LevelPage;
import io.tallyport.core.inventory.ShopUnderTest;
import io.tallyport.core.inventory.StockLevel;
import io.tallyport.core.inventory.Stocking;
import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Quantity;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of the port, and what goes wrong between, against the sandbox over real HTTP, for each API contract. */
abstract class XSeriesReads implements InventorySourceContract {

    private final SandboxStore store;

    XSeriesReads(Map<String, String> options) {
        store = new SandboxStore(250, options);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    public ShopUnderTest shop() {
        return store;
    }

    @Test
    void theCheckIsWellAndOutletsAreThere() {
        assertThat(store.session().check().problems()).isEmpty();
        assertThat(store.session().locations())
                .anyMatch(location -> location.id().equals(store.location()) && location.active())
                .anyMatch(location -> !location.active());
    }

    @Test
    void theOdditiesOfRealShopsArriveAsTheyAre() {
        Read read = read();

        assertThat(read.levels.values())
                .anyMatch(level -> level.stocking() == Stocking.NOT_STOCKED)
                .anyMatch(level -> !level.tracked())
                .anyMatch(level -> level.onHand().filter(Quantity::isNegative).isPresent())
                .anyMatch(level -> level.onHand().filter(Quantity::hasFraction).isPresent());
        assertThat(read.last.total()).hasValue(read.levels.size());
        assertThat(store.journal().all()).hasSizeGreaterThan(12);
    }

    @Test
    void aReadThatAnotherSessionTakesOverSeesTheRest() {
        Read whole = read();
        int calls = store.journal().all().size();
        Map<String, StockLevel> seen = new LinkedHashMap<>();
        Optional<Cursor> cursor = Optional.empty();
        while (seen.isEmpty()) {
            cursor = put(store.source().levels(store.location(), cursor), seen).next();
        }
        InventorySource other = store.another().port(InventorySource.class).orElseThrow();
        LevelPage last = put(other.levels(store.location(), cursor), seen);
        while (last.next().isPresent()) {
            last = put(other.levels(store.location(), last.next()), seen);
        }

        assertThat(seen).isEqualTo(whole.levels);
        assertThat(last.total()).hasValue(seen.size());
        assertThat(store.journal().all()).hasSizeGreaterThan(2 * calls);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\":\"status\",\"status\":503,\"retryAfter\":\"2\"}",
                "{\"kind\":\"status\",\"status\":429}",
                "{\"kind\":\"status\",\"status\":502}",
                "{\"kind\":\"html\"}",
                "{\"kind\":\"cut-before\"}",
                "{\"kind\":\"cut-after\"}",
                "{\"kind\":\"duplicate-page\"}"
            })
    void aReadSurvivesWhatPasses(String fault) {
        Read untroubled = read();
        store.faults("[{\"on\":{\"platform\":\"xseries\"},\"every\":3,\"times\":2,\"do\":" + fault + "}]");

        Read read = read();

        assertThat(read.levels).isEqualTo(untroubled.levels);
        assertThat(read.last.total()).hasValue(read.levels.size());
        assertThat(store.journal().all()).extracting(ApiCall::path).noneMatch(path -> path.contains("lsxs_"));
    }

    @Test
    void stockInTheFormOfAnotherVersionIsNotMisread() {
        store.faults("[{\"on\":{\"platform\":\"xseries\",\"pathContains\":\"/inventory\"},\"after\":2,"
                + "\"do\":{\"kind\":\"wrong-version\"}}]");

        assertThatThrownBy(this::read)
                .isInstanceOf(PortException.Protocol.class)
                .satisfies(thrown ->
                        assertThat(((PortException) thrown).context().code()).contains(XSeriesErrors.VERSION_MISMATCH));
    }

    @Test
    void aVersionThatIsWithdrawnSaysWhatToDo() {
        store.faults("[{\"on\":{\"platform\":\"xseries\",\"pathContains\":\"/products\"},"
                + "\"do\":{\"kind\":\"status\",\"status\":410}}]");

        assertThatThrownBy(this::read)
                .isInstanceOf(PortException.Protocol.class)
                .satisfies(thrown -> assertThat(((PortException) thrown).describe())
                        .contains("LS111", "products.list", "api-version.GROUP"));
    }

    @Test
    void aPageThatLostRowsDoesNotMakeAnythingZero() {
        Read whole = read();
        store.faults("[{\"on\":{\"platform\":\"xseries\",\"pathContains\":\"/inventory\"},\"times\":9,"
                + "\"do\":{\"kind\":\"truncated-page\"}}]");

        Read read = read();

        assertThat(read.levels).isNotEqualTo(whole.levels);
        assertThat(read.levels.values())
                .allMatch(level -> level.stocking() == Stocking.NOT_STOCKED
                        || level.equals(whole.levels.get(level.item().value())));
    }

    @Test
    void readingOnAndOnNeverOverflowsTheWindow() {
        for (int i = 0; i < 40; i++) {
            read();
        }

        assertThat(store.journal().all())
                .hasSizeGreaterThan(450)
                .noneMatch(call -> call.status().orElse(0) == 429);
    }

    private record Read(Map<String, StockLevel> levels, LevelPage last) {}

    private Read read() {
        Map<String, StockLevel> levels = new LinkedHashMap<>();
        LevelPage page = put(store.source().levels(store.location(), Optional.empty()), levels);
        while (page.next().isPresent()) {
            page = put(store.source().levels(store.location(), page.next()), levels);
        }
        return new Read(levels, page);
    }

    private static LevelPage put(LevelPage page, Map<String, StockLevel> levels) {
        page.items().forEach(level -> levels.put(level.item().value(), level));
        return page;
    }
}
