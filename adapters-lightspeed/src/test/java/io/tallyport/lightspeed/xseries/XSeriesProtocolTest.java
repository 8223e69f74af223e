package io.tallyport.lightspeed.xseries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.connection.Location;
import io.tallyport.core.inventory.InventorySource;
import io.tallyport.core.inventory.LevelPage;
import io.tallyport.core.inventory.StockLevel;
import io.tallyport.core.inventory.Stocking;
import io.tallyport.core.inventory.Watermark;
import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.remote.StandIn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XSeriesProtocolTest extends ScriptedStore {

    private static final String TWO = "/api/2.0/";

    @Test
    void outletsAreReadToTheEmptyPageAndDeletedOnesAreClosed() {
        outlets();

        List<Location> locations = session().locations();

        assertThat(locations)
                .containsExactly(
                        new Location(OUTLET, "Sydney", true),
                        new Location(new ExternalId(Made.OTHER_OUTLET), "Outlet " + Made.OTHER_OUTLET, false));
        assertThat(server.asked())
                .extracting(StandIn.Asked::path)
                .containsExactly(
                        TWO + "outlets?after=0&page_size=1000&deleted=true",
                        TWO + "outlets?after=909&page_size=1000&deleted=true");
        assertThat(server.asked().get(0).header("Authorization")).contains("Bearer t0ken");
        assertThat(server.asked().get(0).header("Accept")).contains("application/json");
        assertThat(server.asked().get(0).header("User-Agent").orElseThrow()).startsWith("Tallyport/");
    }

    @Test
    void aReadJoinsInventoryAndProductsAndEndsOnlyAtAnEmptyPage() {
        outlets()
                .then(
                        200,
                        Made.envelope(
                                12,
                                Made.level(1, Made.OUTLET, "5", 10),
                                Made.level(1, Made.OTHER_OUTLET, "99", 11),
                                Made.level(2, Made.OUTLET, "-2.5", 12)))
                .then(200, Made.envelope(13, Made.level(1, Made.OUTLET, "6", 13)))
                .then(200, Made.NO_ROWS)
                .then(200, Made.envelope(21, Made.product(1, 20), Made.product(3, 21)))
                .then(
                        200,
                        Made.envelope(
                                24, Made.product(2, 22), Made.product(4, 23, ",\"active\":false"), Made.product(1, 24)))
                .then(200, Made.NO_ROWS);
        Read read = read(source());

        assertThat(read.levels)
                .extracting(level -> level.item().value() + " " + level.stocking() + " "
                        + level.onHand().map(Quantity::toString).orElse("-"))
                .containsExactly(
                        Made.id(1) + " STOCKED 6",
                        Made.id(3) + " NOT_STOCKED -",
                        Made.id(2) + " STOCKED -2.5",
                        Made.id(1) + " STOCKED 6");
        assertThat(read.last.total()).hasValue(3);
        assertThat(read.last.mark()).contains(new Watermark("13"));
        assertThat(server.asked())
                .extracting(StandIn.Asked::path)
                .containsSubsequence(
                        TWO + "inventory?after=0&page_size=1000",
                        TWO + "inventory?after=12&page_size=1000",
                        TWO + "inventory?after=13&page_size=1000",
                        TWO + "products?after=0&page_size=1000",
                        TWO + "products?after=21&page_size=1000",
                        TWO + "products?after=24&page_size=1000")
                .hasSize(8);
    }

    @Test
    void aReadThatIsTakenOverReadsInventoryAgainAndKeepsPlaceAndMark() {
        outlets()
                .then(200, Made.envelope(10, Made.level(1, Made.OUTLET, "5", 10)))
                .then(200, Made.NO_ROWS)
                .then(200, Made.envelope(20, Made.product(1, 20)));
        InventorySource before = source();
        Optional<Cursor> stored = Optional.empty();
        for (int page = 0; page < 3; page++) {
            stored = before.levels(OUTLET, stored).next();
        }

        outlets()
                .then(200, Made.envelope(30, Made.level(2, Made.OUTLET, "7", 30)))
                .then(200, Made.NO_ROWS)
                .then(200, Made.envelope(31, Made.product(2, 31)))
                .then(200, Made.NO_ROWS);
        Read rest = read(source(), stored.map(Cursor::value).map(Cursor::new));

        assertThat(rest.levels)
                .singleElement()
                .satisfies(level -> assertThat(level.onHand()).contains(Quantity.of(7)));
        assertThat(rest.last.total()).hasValue(2);
        assertThat(rest.last.mark()).contains(new Watermark("10"));
        assertThat(server.asked()).extracting(StandIn.Asked::path).contains(TWO + "products?after=20&page_size=1000");
    }

    @Test
    void aReadThatStoppedWithinInventoryBeginsInventoryAgainElsewhere() {
        outlets().then(200, Made.envelope(10, Made.level(1, Made.OUTLET, "5", 10)));
        Cursor stored = source().levels(OUTLET, Optional.empty()).next().orElseThrow();

        outlets()
                .then(200, Made.envelope(10, Made.level(1, Made.OUTLET, "5", 10)))
                .then(200, Made.NO_ROWS)
                .then(200, Made.envelope(20, Made.product(1, 20)))
                .then(200, Made.NO_ROWS);
        Read rest = read(source(), Optional.of(stored));

        assertThat(rest.levels)
                .singleElement()
                .satisfies(level -> assertThat(level.onHand()).contains(Quantity.of(5)));
    }

    @Test
    void aReadThatLostItsPlaceToOthersStillComesToItsEnd() {
        outlets();
        InventorySource source = source();
        List<Cursor> begun = new ArrayList<>();
        for (int i = 0; i <= OutletReads.MOST; i++) {
            server.then(200, Made.envelope(10, Made.level(1, Made.OUTLET, "5", 10)));
            begun.add(source.levels(OUTLET, Optional.empty()).next().orElseThrow());
        }
        server.then(200, Made.envelope(10, Made.level(1, Made.OUTLET, "5", 10)))
                .then(200, Made.NO_ROWS)
                .then(200, Made.envelope(20, Made.product(1, 20)))
                .then(200, Made.NO_ROWS);

        Read read = read(source, Optional.of(begun.get(0)));

        assertThat(read.levels)
                .singleElement()
                .satisfies(level -> assertThat(level.onHand()).contains(Quantity.of(5)));
        assertThat(read.last.total()).hasValue(1);
    }

    @Test
    void datedInventoryIsAskedByPostUpwardsAndToldWithoutEnvelope() {
        outlets()
                .then(200, "[" + Made.datedLevel(1, Made.OUTLET, "5", 10) + "]")
                .then(200, "[]")
                .then(200, Made.envelope(20, Made.product(1, 20)))
                .then(200, Made.NO_ROWS);

        Read read = read(source(Map.of("api-version.inventory", "2026-07", "page-size.inventory", "5000")));

        assertThat(read.levels)
                .singleElement()
                .satisfies(level -> assertThat(level.onHand()).contains(Quantity.of(5)));
        assertThat(server.asked().get(2).method()).isEqualTo("POST");
        assertThat(server.asked().get(2).path()).isEqualTo("/api/2026-07/inventory");
        assertThat(server.asked().get(2).body())
                .isEqualTo("{\"after\":0,\"size\":5000,\"sort_direction\":\"asc\",\"include_deleted\":false}");
        assertThat(server.asked().get(3).body()).contains("\"after\":10,");
        assertThat(server.asked().get(4).path()).startsWith("/api/2.0/products?");
    }

    @Test
    void changesAreInventoryAboveTheMarkOfThisOutlet() {
        outlets()
                .then(
                        200,
                        Made.envelope(
                                15, Made.level(1, Made.OUTLET, "5", 14), Made.level(2, Made.OTHER_OUTLET, "9", 15)))
                .then(
                        200,
                        Made.envelope(16, Made.row(3, Made.OUTLET, "\"inventory_level\":1,\"deleted_at\":\"x\"", 16)))
                .then(200, Made.NO_ROWS);
        InventorySource source = source();

        Read read = new Read(new ArrayList<>(), source.changedSince(OUTLET, new Watermark("13"), Optional.empty()));
        while (read.last.next().isPresent()) {
            read = read.and(source.changedSince(OUTLET, new Watermark("13"), read.last.next()));
        }

        assertThat(read.levels)
                .extracting(level -> level.item().value() + " " + level.stocking())
                .containsExactly(Made.id(1) + " STOCKED", Made.id(3) + " " + Stocking.NOT_STOCKED);
        assertThat(read.levels).allMatch(level -> level.sku().isEmpty());
        assertThat(read.last.mark()).contains(new Watermark("16"));
        assertThat(server.asked().get(2).path()).isEqualTo(TWO + "inventory?after=13&page_size=1000");
    }

    @Test
    void nothingChangedKeepsTheMark() {
        outlets().then(200, Made.NO_ROWS);

        LevelPage page = source().changedSince(OUTLET, new Watermark("13"), Optional.empty());

        assertThat(page.items()).isEmpty();
        assertThat(page.mark()).contains(new Watermark("13"));
    }

    @Test
    void datedChangesTellDeletedRowsToo() {
        outlets().then(200, "[]");

        source(Map.of("api-version.inventory", "2026-07")).changedSince(OUTLET, new Watermark("13"), Optional.empty());

        assertThat(server.asked().get(2).body()).contains("\"after\":13,").contains("\"include_deleted\":true");
    }

    @Test
    void someItemsAreAskedForOneByOneAndWhatIsNotSoldIsLeftOut() {
        outlets()
                .then(200, "{\"data\":" + Made.product(1, 20) + "}")
                .then(
                        200,
                        Made.envelope(
                                12, Made.level(1, Made.OTHER_OUTLET, "9", 11), Made.level(1, Made.OUTLET, "5", 12)))
                .then(200, "{\"data\":" + Made.product(2, 20) + "}")
                .then(200, Made.envelope(12, Made.level(2, Made.OTHER_OUTLET, "9", 12)))
                .then(200, Made.NO_ROWS)
                .then(200, "{\"data\":" + Made.product(3, 20, ",\"is_active\":false") + "}")
                .then(404, "{\"error\":\"product not found\"}");

        List<StockLevel> levels = source().levelsOf(
                        OUTLET,
                        List.of(
                                new ExternalId(Made.id(1)),
                                new ExternalId(Made.id(2)),
                                new ExternalId(Made.id(1)),
                                new ExternalId(Made.id(3)),
                                new ExternalId(Made.id(4)),
                                new ExternalId("../retailer")));

        assertThat(levels)
                .extracting(level -> level.item().value() + " "
                        + level.onHand().map(Quantity::toString).orElse("-") + " "
                        + level.sku().orElseThrow())
                .containsExactly(Made.id(1) + " 5 S-1", Made.id(2) + " - S-2");
        assertThat(server.asked())
                .extracting(StandIn.Asked::path)
                .contains(
                        TWO + "products/" + Made.id(1),
                        TWO + "products/" + Made.id(1) + "/inventory?after=0&page_size=1000",
                        TWO + "products/" + Made.id(2) + "/inventory?after=12&page_size=1000")
                .hasSize(9);
    }

    @Test
    void someItemsOfDatedInventory() {
        outlets()
                .then(200, "{\"data\":" + Made.product(1, 20) + "}")
                .then(200, "[" + Made.datedLevel(1, Made.OUTLET, "2.5", 12) + "]")
                .then(200, "{\"data\":" + Made.product(2, 20) + "}")
                .then(200, "[]");

        List<StockLevel> levels = source(Map.of("api-version.inventory", "2026-07"))
                .levelsOf(OUTLET, List.of(new ExternalId(Made.id(1)), new ExternalId(Made.id(2))));

        assertThat(levels).extracting(StockLevel::stocking).containsExactly(Stocking.STOCKED, Stocking.NOT_STOCKED);
        assertThat(server.asked().get(3).path()).isEqualTo("/api/2026-07/inventory/" + Made.id(1));
    }

    @Test
    void anOutletThatIsNotThereIsRejected() {
        outlets();

        assertThatThrownBy(() -> source().levels(new ExternalId(Made.id(9)), Optional.empty()))
                .isInstanceOf(PortException.Rejected.class)
                .satisfies(thrown ->
                        assertThat(((PortException) thrown).context().code()).contains(XSeriesErrors.OUTLET_UNKNOWN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "levels", "changes 12", "levels none 0 0 0 - inventory elsewhere"})
    void aCursorOfAnotherReadIsRejected(String cursor) {
        outlets();

        assertThatThrownBy(() -> source().levels(OUTLET, Optional.of(new Cursor(cursor))))
                .isInstanceOf(PortException.Rejected.class)
                .hasMessageContaining("begin the read again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-03-01T12:00:00Z", "-1", "99999999999999999999"})
    void aMarkOfAnotherPlatformIsRejected(String mark) {
        outlets();

        assertThatThrownBy(() -> source().changedSince(OUTLET, new Watermark(mark), Optional.empty()))
                .isInstanceOf(PortException.Rejected.class)
                .hasMessageContaining("read everything once");
    }

    private record Read(List<StockLevel> levels, LevelPage last) {
        Read {
            levels.addAll(last.items());
        }

        Read and(LevelPage next) {
            return new Read(levels, next);
        }
    }

    private static Read read(InventorySource source) {
        return read(source, Optional.empty());
    }

    private static Read read(InventorySource source, Optional<Cursor> from) {
        Read read = new Read(new ArrayList<>(), source.levels(OUTLET, from));
        while (read.last.next().isPresent()) {
            read = read.and(source.levels(OUTLET, read.last.next()));
        }
        return read;
    }
}
