package io.tallyport.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.connection.LocationRef;
import io.tallyport.core.history.RunId;
import io.tallyport.core.inventory.Acknowledged;
import io.tallyport.core.inventory.MirrorRead;
import io.tallyport.core.inventory.StockLevel;
import io.tallyport.core.inventory.Stocking;
import io.tallyport.core.inventory.Watermark;
import io.tallyport.core.inventory.validation.ValidationId;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.core.kernel.Sku;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A page costs what is on it: H2 takes its rows from an index, in its order, and neither reads nor sorts what is left. */
final class H2KeysetIT {

    @RegisterExtension
    static final TestDatabase DB = TestDatabases.h2();

    private static final RouteId ROUTE = new RouteId("till-shop");
    private static final LocationRef PLACE = new LocationRef(new ConnectionId("till"), new ExternalId("1"));
    private static final Instant NOW = Instant.parse("2026-03-08T02:30:00Z");
    private static final int MORE_THAN_A_PAGE = 5001;

    private final Stores stores = DB.stores();

    @BeforeEach
    void heed() throws SQLException {
        statistics(true);
    }

    @AfterEach
    void forget() throws SQLException {
        statistics(false);
    }

    private static void statistics(boolean on) throws SQLException {
        try (Connection connection = DB.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SET QUERY_STATISTICS " + on);
        }
    }

    @Test
    void acknowledgedLevelsOfARoute() throws SQLException {
        stores.inventory()
                .stock()
                .acknowledge(
                        ROUTE,
                        IntStream.range(0, MORE_THAN_A_PAGE)
                                .mapToObj(i -> new Acknowledged(new ExternalId("t" + i), Quantity.of(i), NOW))
                                .toList());
        List<Acknowledged> seen = new ArrayList<>();

        stores.inventory().stock().acknowledged(ROUTE, seen::add);

        assertThat(seen).hasSize(MORE_THAN_A_PAGE);
        assertThatPagesComeFromAnIndex("acknowledged_levels");
    }

    @Test
    void changesOfAMirrorAndAWalkThroughIt() throws SQLException {
        stores.inventory().mirrorSink().put(PLACE, 1, levels(0, 1500));
        stores.inventory().mirrorSink().advance(PLACE, read(1));
        stores.inventory().mirrorSink().put(PLACE, 2, levels(1500, 3000));
        List<StockLevel> seen = new ArrayList<>();

        stores.inventory().mirror().changedAfter(PLACE, 0, seen::add);
        int removed = stores.inventory().mirrorSink().keepOnly(PLACE, 2, item -> true);

        assertThat(removed).isZero();
        assertThat(seen).doesNotHaveDuplicates().hasSize(3000);
        assertThatPagesComeFromAnIndex("mirror_levels");
    }

    private static List<StockLevel> levels(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> new StockLevel(
                        new ExternalId("i" + i),
                        Optional.of(new Sku("SKU-" + i)),
                        "An article",
                        true,
                        Stocking.STOCKED,
                        Optional.of(Quantity.of(i)),
                        Optional.empty()))
                .toList();
    }

    private static MirrorRead read(long revision) {
        return new MirrorRead(MirrorRead.Kind.EVERYTHING, revision, "basis", new Watermark("w"), NOW);
    }

    @Test
    void entriesOfARun() throws SQLException {
        assertThat(stores.history()
                        .syncLog()
                        .ofRun(new RunId("run"), Optional.of(new Cursor("5")))
                        .items())
                .isEmpty();

        assertThatPagesComeFromAnIndex("sync_log");
    }

    @Test
    void validatedRowsAllOfThemAndThoseThatAreOff() throws SQLException {
        stores.inventory().validationReports().rows(new ValidationId("v"), false, row -> {});
        stores.inventory().validationReports().rows(new ValidationId("v"), true, row -> {});

        assertThatPagesComeFromAnIndex("sync_validation");
    }

    private static void assertThatPagesComeFromAnIndex(String table) throws SQLException {
        List<String> pages = pages(table);
        assertThat(pages).as("statements that read a page of %s", table).isNotEmpty();
        for (String sql : pages) {
            assertThat(plan(sql)).as(sql).contains("index sorted").doesNotContain("tableScan");
        }
    }

    private static List<String> pages(String table) throws SQLException {
        try (Connection connection = DB.connect();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT sql_statement FROM information_schema.query_statistics WHERE sql_statement LIKE ?")) {
            statement.setString(1, "select %from \"" + table + "\" % order by % fetch next %");
            List<String> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        }
    }

    private static String plan(String sql) throws SQLException {
        try (Connection connection = DB.connect();
                PreparedStatement statement = connection.prepareStatement("EXPLAIN " + sql)) {
            int values = statement.getParameterMetaData().getParameterCount();
            for (int i = 1; i <= values; i++) {
                statement.setString(i, "1");
            }
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
