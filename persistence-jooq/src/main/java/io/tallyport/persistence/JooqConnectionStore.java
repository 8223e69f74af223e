package io.tallyport.persistence;

import static io.tallyport.persistence.schema.Tables.CONNECTIONS;
import static io.tallyport.persistence.schema.Tables.CONNECTION_OPTIONS;
import static io.tallyport.persistence.schema.Tables.CONNECTION_SECRETS;

import io.tallyport.core.connection.AccessMode;
import io.tallyport.core.connection.Connection;
import io.tallyport.core.connection.ConnectionStore;
import io.tallyport.core.connection.Environment;
import io.tallyport.core.connection.Platform;
import io.tallyport.core.connection.SecretHandle;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.persistence.schema.tables.records.ConnectionsRecord;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;

/** Connections, with their secrets' handles and their options in rows of their own. */
final class JooqConnectionStore implements ConnectionStore {

    private final Transactions transactions;

    JooqConnectionStore(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void save(Connection connection) {
        transactions.run("save connection", sql -> {
            Upserts.put(sql, row(connection));
            String id = connection.id().value();
            sql.deleteFrom(CONNECTION_SECRETS)
                    .where(CONNECTION_SECRETS.CONNECTION_ID.eq(id))
                    .execute();
            sql.deleteFrom(CONNECTION_OPTIONS)
                    .where(CONNECTION_OPTIONS.CONNECTION_ID.eq(id))
                    .execute();
            connection
                    .secrets()
                    .forEach((purpose, handle) -> sql.insertInto(CONNECTION_SECRETS)
                            .values(id, purpose, handle.value())
                            .execute());
            connection
                    .options()
                    .forEach((name, value) -> sql.insertInto(CONNECTION_OPTIONS)
                            .values(id, name, value)
                            .execute());
        });
    }

    @Override
    public Optional<Connection> find(ConnectionId id) {
        return transactions.call(
                "find connection",
                sql -> sql.selectFrom(CONNECTIONS)
                        .where(CONNECTIONS.ID.eq(id.value()))
                        .fetchOptional(row -> connection(sql, row)));
    }

    @Override
    public List<Connection> all() {
        return transactions.call(
                "list connections",
                sql -> sql.selectFrom(CONNECTIONS).orderBy(CONNECTIONS.ID).fetch().stream()
                        .map(row -> connection(sql, row))
                        .toList());
    }

    @Override
    public boolean remove(ConnectionId id) {
        return transactions.call(
                "remove connection",
                sql -> sql.deleteFrom(CONNECTIONS)
                                .where(CONNECTIONS.ID.eq(id.value()))
                                .execute()
                        == 1);
    }

    private static ConnectionsRecord row(Connection connection) {
        return new ConnectionsRecord(
                connection.id().value(),
                connection.platform().code(),
                connection.account(),
                connection.baseUrl().toString(),
                connection.environment().name(),
                connection.accessMode().name(),
                connection.enabled());
    }

    private static Connection connection(DSLContext sql, ConnectionsRecord row) {
        Map<String, SecretHandle> secrets = sql.selectFrom(CONNECTION_SECRETS)
                .where(CONNECTION_SECRETS.CONNECTION_ID.eq(row.getId()))
                .fetchMap(CONNECTION_SECRETS.PURPOSE, secret -> new SecretHandle(secret.getHandle()));
        Map<String, String> options = sql.selectFrom(CONNECTION_OPTIONS)
                .where(CONNECTION_OPTIONS.CONNECTION_ID.eq(row.getId()))
                .fetchMap(CONNECTION_OPTIONS.NAME, CONNECTION_OPTIONS.OPTION_VALUE);
        return new Connection(
                new ConnectionId(row.getId()),
                new Platform(row.getPlatform()),
                row.getAccount(),
                URI.create(row.getBaseUrl()),
                Environment.valueOf(row.getEnvironment()),
                AccessMode.valueOf(row.getAccessMode()),
                row.getEnabled(),
                secrets,
                options);
    }
}
