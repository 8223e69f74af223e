package io.tallyport.lightspeed.rseries;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.connection.Location;
import io.tallyport.core.history.ApiCall;
import io.tallyport.core.inventory.InventorySourceContract;
import io.tallyport.core.inventory.LevelPage;
import io.tallyport.core.inventory.ShopUnderTest;
import io.tallyport.core.inventory.StockLevel;
import io.tallyport.core.inventory.Stocking;
import io.tallyport.core.kernel.Cursor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of the port, and what goes wrong between, against the sandbox over real HTTP. */
class RSeriesInventorySourceIT implements InventorySourceContract {

    private final SandboxTill till = new SandboxTill(250);

    @AfterEach
    void close() {
        till.close();
    }

    @Override
    public ShopUnderTest shop() {
        return till;
    }

    @Test
    void theCheckIsWellAndShopsAreThere() {
        assertThat(till.session().check().problems()).isEmpty();
        assertThat(till.session().locations())
                .extracting(Location::id)
                .contains(till.location())
                .noneMatch(id -> id.value().equals("0"));
    }

    @Test
    void theOdditiesOfRealShopsArriveAsTheyAre() {
        Read read = read();

        assertThat(read.levels.values())
                .anyMatch(level -> level.stocking() == Stocking.NOT_STOCKED)
                .anyMatch(level -> !level.tracked())
                .anyMatch(level ->
                        level.onHand().filter(units -> units.isNegative()).isPresent())
                .anyMatch(level ->
                        level.onHand().filter(units -> units.hasFraction()).isPresent());
        assertThat(read.last.total()).hasValue(read.levels.size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\":\"status\",\"status\":503,\"retryAfter\":\"2\"}",
                "{\"kind\":\"status\",\"status\":429}",
                "{\"kind\":\"status\",\"status\":502}",
                "{\"kind\":\"html\"}",
                "{\"kind\":\"cut-before\"}",
                "{\"kind\":\"cut-after\"}"
            })
    void aReadSurvivesWhatPasses(String fault) {
        till.faults("[{\"on\":{\"platform\":\"rseries\"},\"every\":3,\"times\":2,\"do\":" + fault + "}]");

        Read read = read();

        assertThat(read.last.total()).hasValue(read.levels.size());
        assertThat(till.journal().all()).extracting(ApiCall::path).noneMatch(path -> path.contains("rs_"));
    }

    @Test
    void aPageThatLostRowsCannotPassForACompleteRead() {
        till.faults("[{\"on\":{\"platform\":\"rseries\",\"pathContains\":\"/Item.json\"},\"after\":2,"
                + "\"do\":{\"kind\":\"truncated-page\"}}]");

        Read read = read();

        assertThat(read.last.total().orElseThrow()).isGreaterThan(read.levels.size());
    }

    @Test
    void readingOnAndOnNeverOverflowsTheBucket() {
        for (int i = 0; i < 12; i++) {
            read();
        }

        assertThat(till.journal().all())
                .hasSizeGreaterThan(40)
                .noneMatch(call -> call.error()
                        .filter(said -> said.contains("api-leaky-bucket"))
                        .isPresent());
    }

    private record Read(Map<String, StockLevel> levels, LevelPage last) {}

    private Read read() {
        Map<String, StockLevel> levels = new LinkedHashMap<>();
        Optional<Cursor> cursor = Optional.empty();
        LevelPage page;
        do {
            page = till.source().levels(till.location(), cursor);
            page.items().forEach(level -> levels.put(level.item().value(), level));
            cursor = page.next();
        } while (cursor.isPresent());
        return new Read(levels, page);
    }
}
