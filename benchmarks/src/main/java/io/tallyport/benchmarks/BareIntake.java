package io.tallyport.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.javalin.Javalin;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;

/** The floor of taking webhooks in: a route that inserts the same rows in one commit, checks nothing and knows no job. */
final class BareIntake {

    private static final String HOOK = "INSERT INTO webhooks (connection_id, platform, topic, unique_key, body_hash,"
            + " body_size, content_type, trust, state, attempts, received_at, message)"
            + " VALUES ('till', 'lightspeed-x', 'sale.update', ?, ?, ?, 'form', 'SIGNED', 'PENDING', 0, now(6), '')";

    private BareIntake() {}

    /** JDBC address, user, password, connections. */
    public static void main(String[] args) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(args[0]);
        config.setUsername(args[1]);
        config.setPassword(args[2]);
        config.setMaximumPoolSize(Integer.parseInt(args[3]));
        config.setAutoCommit(false);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        HikariDataSource pool = new HikariDataSource(config);
        Javalin server = Javalin.create(javalin -> {
            javalin.startup.showJavalinBanner = false;
            javalin.routes.post("/webhooks/{platform}/{connection}", context -> {
                store(pool, context.bodyAsBytes());
                context.status(200);
            });
        });
        server.start("127.0.0.1", 0);
        System.out.println("listens on http://127.0.0.1:" + server.port());
    }

    private static void store(HikariDataSource pool, byte[] body) throws Exception {
        String hash = hash(body);
        try (Connection connection = pool.getConnection();
                PreparedStatement hook = connection.prepareStatement(HOOK, Statement.RETURN_GENERATED_KEYS);
                PreparedStatement bytes = connection.prepareStatement("INSERT INTO webhook_bodies VALUES (?, ?)")) {
            hook.setString(1, hash);
            hook.setString(2, hash);
            hook.setInt(3, body.length);
            hook.executeUpdate();
            bytes.setLong(1, key(hook));
            bytes.setBytes(2, body);
            bytes.executeUpdate();
            connection.commit();
        }
    }

    private static long key(PreparedStatement hook) throws SQLException {
        try (ResultSet keys = hook.getGeneratedKeys()) {
            keys.next();
            return keys.getLong(1);
        }
    }

    private static String hash(byte[] body) throws Exception {
        byte[] salted = (new String(body, StandardCharsets.UTF_8) + "till").getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(salted));
    }
}
