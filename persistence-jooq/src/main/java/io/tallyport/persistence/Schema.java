package io.tallyport.persistence;

import io.tallyport.core.kernel.ErrorCode;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;

/**
 * The schema and its migrations.
 *
 * <p>They have a folder and a history table of their own, so that a service that embeds this library and migrates its own
 * tables by the usual names can do so in the same schema.
 */
final class Schema {

    static final ErrorCode NEWER = new ErrorCode(
            "DB003",
            "The database was made by a newer version",
            "use that version of Tallyport, or restore a backup from before");
    static final String HISTORY_TABLE = "tallyport_schema_history";

    private static final String LOCATION = "classpath:db/tallyport";
    private static final String OPERATION = "migrate database";

    private final Flyway flyway;

    Schema(DataSource dataSource) {
        this(dataSource, LOCATION);
    }

    Schema(DataSource dataSource, String... locations) {
        flyway = Flyway.configure(Schema.class.getClassLoader())
                .dataSource(dataSource)
                .locations(locations)
                .table(HISTORY_TABLE)
                // The schema may hold tables of others already.
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load();
    }

    /** Applies what is pending and says how many migrations that were. */
    int migrate() {
        refuseNewer();
        return guarded(() -> flyway.migrate().migrationsExecuted);
    }

    /** Throws when the database has a migration that this program does not know. */
    void refuseNewer() {
        guarded(() -> {
            Optional<MigrationInfo> unknown = Arrays.stream(flyway.info().applied())
                    .filter(migration -> migration.getState() == MigrationState.FUTURE_SUCCESS
                            || migration.getState() == MigrationState.FUTURE_FAILED)
                    .findFirst();
            if (unknown.isPresent()) {
                throw new PortException.Rejected(
                        FailureContext.of("open database").withCode(NEWER),
                        "its schema has version " + unknown.get().getVersion() + ", this program knows up to "
                                + newestKnown());
            }
            return true;
        });
    }

    private String newestKnown() {
        return Arrays.stream(flyway.info().all())
                .filter(migration -> !migration.getState().name().startsWith("FUTURE"))
                .map(MigrationInfo::getVersion)
                .max(MigrationVersion::compareTo)
                .map(MigrationVersion::getVersion)
                .orElse("none");
    }

    Optional<String> version() {
        return guarded(() -> Optional.ofNullable(flyway.info().current())
                .map(MigrationInfo::getVersion)
                .map(MigrationVersion::getVersion)
                .filter(version -> !version.equals("0")));
    }

    List<String> pending() {
        return guarded(() -> Arrays.stream(flyway.info().pending())
                .map(migration -> migration.getVersion() + " " + migration.getDescription())
                .toList());
    }

    private static <T> T guarded(Supplier<T> work) {
        try {
            return work.get();
        } catch (FlywayException failure) {
            Throwable cause = failure;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            if (cause instanceof SQLException sql) {
                throw Failures.translated(OPERATION, sql);
            }
            throw new PortException.Protocol(
                    FailureContext.of(OPERATION), String.valueOf(failure.getMessage()), failure);
        }
    }
}
