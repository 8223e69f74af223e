package io.tallyport.docs.embedding;

import io.tallyport.core.purchasing.PurchaseOrderId;
import io.tallyport.runtime.Tallyport;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Approves an order in a process of its own, which is dead a moment before the commit, or a moment after it. */
final class ApproveInChild {

    static final String BEFORE = "before";
    static final String AFTER = "after";
    static final String URL = "SHOP_DB_URL";
    static final String USER = "SHOP_DB_USER";
    static final String PASSWORD = "SHOP_DB_PASSWORD";
    static final int DEAD = 9;

    private ApproveInChild() {}

    public static void main(String[] args) throws SQLException {
        PurchaseService service = new PurchaseService(Tallyport.builder().dataDirectory(Path.of(args[0])));
        Connection connection =
                DriverManager.getConnection(System.getenv(URL), System.getenv(USER), System.getenv(PASSWORD));
        connection.setAutoCommit(false);
        service.approve(connection, new PurchaseOrderId(args[1]), "chief");
        if (args[2].equals(AFTER)) {
            connection.commit();
        }
        Runtime.getRuntime().halt(DEAD);
    }
}
