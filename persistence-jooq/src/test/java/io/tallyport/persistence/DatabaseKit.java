package io.tallyport.persistence;

import static io.tallyport.persistence.schema.Tables.SECRETS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.zaxxer.hikari.HikariDataSource;
import io.tallyport.core.connection.Secret;
import io.tallyport.core.connection.SecretHandle;
import io.tallyport.core.kernel.Lease;
import io.tallyport.core.kernel.PortException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a database does beside its stores, on one product. */
abstract class DatabaseKit {

    private static final MasterKey OTHER_KEY = MasterKey.fromEnvironment(
            Base64.getEncoder().encodeToString("another key of thirty-two bytes!".getBytes(StandardCharsets.UTF_8)));

    @TempDir
    Path directory;

    abstract TestDatabase db();

    @Test
    void leasesGoByTheDatabasesClockWhateverTheSessionsTimeZone() {
        for (String offset : List.of("-08:00", "+00:00", "+13:00")) {
            try (Database database = Database.open(db().settings(), TestDatabase.KEY, offset, new DatabaseClock())) {
                Lease lease = database.stores()
                        .leases()
                        .acquire("clock" + offset, "holder", Duration.ofHours(1))
                        .orElseThrow();

                assertThat(lease.until())
                        .isCloseTo(
                                Clock.systemUTC().instant().plus(Duration.ofHours(1)), within(59, ChronoUnit.MINUTES));
                assertThat(database.stores().leases().current("clock" + offset)).contains(lease);
            }
        }
    }

    @Test
    void migratingAgainDoesNothing() {
        assertThat(db().database().migrate()).isZero();
    }

    @Test
    void itTellsWhatItIs() {
        DatabaseInfo info = db().database().info();

        assertThat(info.product()).isIn("H2", "MariaDB");
        assertThat(info.productVersion()).isNotBlank();
        assertThat(info.schemaVersion()).contains("016");
        assertThat(info.pending()).isEmpty();
    }

    @Test
    void aSchemaThatIsNewerThanTheProgramIsRefused() {
        try (TestDatabase future = anotherOne();
                HikariDataSource pool = Pools.open(future.settings(), "+00:00")) {
            new Schema(pool, "classpath:db/tallyport", "classpath:db/newer").migrate();

            assertThatThrownBy(() -> Database.open(future.settings(), TestDatabase.KEY))
                    .isInstanceOfSatisfying(
                            PortException.Rejected.class,
                            refused -> assertThat(refused.describe()).contains("DB003", "999", "knows up to 016"));
            assertThatThrownBy(() -> future.database().migrate()).isInstanceOf(PortException.Rejected.class);
        }
    }

    /** A second one of the same product. */
    abstract TestDatabase anotherOne();

    @Test
    void anotherMasterKeyIsRefusedWithTheWayOut() {
        SecretHandle handle = db().stores().secrets().store("token", new Secret("geheim"));

        try (Database other = Database.open(db().settings(), OTHER_KEY)) {
            assertThatThrownBy(() -> other.stores().secrets().reveal(handle))
                    .isInstanceOfSatisfying(
                            PortException.Rejected.class,
                            refused -> assertThat(refused.describe())
                                    .contains("DB002", "TALLYPORT_MASTER_KEY", "master.key")
                                    .doesNotContain("geheim"));
            assertThatThrownBy(() -> other.stores().secrets().store("token", new Secret("x")))
                    .isInstanceOf(PortException.Rejected.class);
        }
        assertThat(db().stores().secrets().reveal(handle)).contains(new Secret("geheim"));
    }

    @Test
    void aMasterKeyIsMadeForADatabaseWithoutSecretsOnly() throws IOException {
        Path file = directory.resolve("master.key");
        try (Database database = Database.open(db().settings(), MasterKey.inDirectory(directory))) {
            SecretHandle handle = database.stores().secrets().store("token", new Secret("geheim"));
            assertThat(file).exists();
            Files.delete(file);

            assertThatThrownBy(() -> database.stores().secrets().reveal(handle))
                    .isInstanceOf(PortException.Rejected.class)
                    .hasMessageContaining("no master key in " + file);
            assertThat(file).doesNotExist();

            database.stores().secrets().forget(handle);
            SecretHandle fresh = database.stores().secrets().store("token", new Secret("neu"));
            assertThat(database.stores().secrets().reveal(fresh)).contains(new Secret("neu"));
        }
    }

    @Test
    void aCiphertextUnderAnotherHandleDoesNotOpen() throws SQLException {
        SecretHandle one = db().stores().secrets().store("token", new Secret("one"));
        SecretHandle two = db().stores().secrets().store("token", new Secret("two"));
        try (Connection connection = db().connect()) {
            DSLContext sql = DSL.using(connection, db().settings().dialect().jooq());
            String ciphertext = sql.select(SECRETS.CIPHERTEXT)
                    .from(SECRETS)
                    .where(SECRETS.HANDLE.eq(one.value()))
                    .fetchSingle(SECRETS.CIPHERTEXT);
            sql.update(SECRETS)
                    .set(SECRETS.CIPHERTEXT, ciphertext)
                    .where(SECRETS.HANDLE.eq(two.value()))
                    .execute();
            connection.commit();
        }

        assertThat(db().stores().secrets().reveal(one)).isPresent();
        assertThatThrownBy(() -> db().stores().secrets().reveal(two))
                .isInstanceOf(PortException.Rejected.class)
                .hasMessageContaining("altered");
    }
}
