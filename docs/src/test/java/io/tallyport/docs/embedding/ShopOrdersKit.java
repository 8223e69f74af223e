package io.tallyport.docs.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.kernel.UnitOfWork;
import io.tallyport.core.purchasing.OrderFilter;
import io.tallyport.core.purchasing.PurchaseOrderStore;
import io.tallyport.core.purchasing.PurchaseOrderStoreContract;
import io.tallyport.persistence.Database;
import io.tallyport.persistence.TestDatabase;
import io.tallyport.runtime.OwnTables;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The shop's store of orders, in tables of its own, passes the kit that Tallyport's own passes. */
abstract class ShopOrdersKit implements PurchaseOrderStoreContract {

    abstract TestDatabase database();

    /** As Tallyport hands it to the store. */
    private record Joined(Database database) implements OwnTables {

        @Override
        public <T> T call(String operation, Work<T> work) {
            return database.joined(operation, work::on);
        }
    }

    @BeforeEach
    void tables() throws SQLException {
        ShopTables.anew(database().connect());
    }

    private OwnTables own() {
        return new Joined(database().database());
    }

    @Override
    public PurchaseOrderStore subject() {
        return new ShopOrders(own());
    }

    @Override
    public UnitOfWork unitOfWork() {
        return database().stores().unitOfWork();
    }

    @Test
    void whatWasLentIsNotTheirsToEnd() {
        List<OwnTables.Work<Boolean>> wrong = List.of(
                connection -> {
                    connection.commit();
                    return true;
                },
                connection -> {
                    connection.rollback();
                    return true;
                },
                connection -> {
                    connection.close();
                    return true;
                },
                connection -> {
                    connection.setAutoCommit(true);
                    return true;
                });

        for (OwnTables.Work<Boolean> ending : wrong) {
            assertThatThrownBy(() -> own().call("end", connection -> {
                        count(connection);
                        return ending.on(connection);
                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("unit of work");
        }

        assertThat(subject().list(OrderFilter.ALL, Optional.empty()).items()).isEmpty();
        assertThat(own().call("count", ShopOrdersKit::years)).isZero();
    }

    private static void count(Connection connection) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.executeUpdate("INSERT INTO shop_purchase_years (order_year, last_no) VALUES (2026, 1)");
        }
    }

    private static int years(Connection connection) throws SQLException {
        try (Statement sql = connection.createStatement();
                var found = sql.executeQuery("SELECT COUNT(*) FROM shop_purchase_years")) {
            found.next();
            return found.getInt(1);
        }
    }
}
