package io.tallyport.docs.embedding;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The shop's tables, made as the shop would make them: before Tallyport, or beside it. */
final class ShopTables {

    private ShopTables() {}

    /** Empty ones; the connection is closed. */
    static void anew(Connection given) throws SQLException {
        try (Connection connection = given;
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(true);
            for (String table : List.of("shop_purchases", "shop_purchase_lines", "shop_purchase_years")) {
                sql.execute("DROP TABLE IF EXISTS " + table);
            }
            for (String definition : ShopRows.TABLES) {
                sql.execute(definition);
            }
        }
    }
}
