package io.tallyport.persistence;

import io.tallyport.core.kernel.ErrorCode;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells apart what a database can fail with.
 *
 * <p>The numbers are the vendors' own: MariaDB's error codes have four digits, H2's five, so they share one table.
 */
final class Failures {

    static final ErrorCode UNREACHABLE = new ErrorCode(
            "DB001", "The database cannot be reached", "check that it runs, and its address, with: tallyport db info");

    /** Deadlock, lock timeout, and a row that changed under a snapshot or lost Galera's certification. */
    private static final Set<Integer> RETRYABLE = Set.of(1213, 1205, 1020, 40001, 50200, 90131);

    private static final Set<Integer> DUPLICATE = Set.of(1062, 1586, 23505);
    private static final Set<Integer> LOGIN = Set.of(1044, 1045, 1698, 28000);

    /** H2: the file is in use, the database or its server has just closed. MariaDB: no such database yet. */
    private static final Set<Integer> GONE = Set.of(90020, 90046, 90067, 90098, 90108, 90121, 90135, 1049);

    /** H2: in use elsewhere, closing, or its server gone; each for the moment only. */
    private static final Set<Integer> HANDED_OVER = Set.of(90020, 90067, 90098, 90121);

    private static final int CANNOT_OPEN = 8000;

    private Failures() {}

    /** What H2 says with {@link #CANNOT_OPEN} when it is about its lock file, which it takes for stale after two seconds. */
    private static final List<String> LOCK_FILE =
            List.of("Lock file recently modified", "Another process was faster", "Concurrent update");

    /** Whether an embedded database is between two processes: the one closes it, or was killed and left its lock behind. */
    static boolean isHandOver(SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        return HANDED_OVER.contains(failure.getErrorCode())
                || (failure.getErrorCode() == CANNOT_OPEN && LOCK_FILE.stream().anyMatch(message::contains));
    }

    static boolean isRetryable(@Nullable Throwable failure) {
        SQLException sql = sql(failure);
        return sql != null && (RETRYABLE.contains(sql.getErrorCode()) || "40001".equals(sql.getSQLState()));
    }

    /** Whether a transaction was given up since others wanted the same rows each time. */
    static boolean isBusy(PortException failure) {
        return failure instanceof PortException.Transient && isRetryable(failure);
    }

    static boolean isDuplicate(Throwable failure) {
        SQLException sql = sql(failure);
        return sql != null && DUPLICATE.contains(sql.getErrorCode());
    }

    static boolean isConnectionLost(@Nullable Throwable failure) {
        SQLException sql = sql(failure);
        return sql != null
                && (GONE.contains(sql.getErrorCode())
                        || state(sql).startsWith("08")
                        || sql instanceof SQLTransientConnectionException);
    }

    /** The failure in the ports' words; anything that is not the database's comes back as it is. */
    static RuntimeException translated(String operation, RuntimeException failure) {
        SQLException sql = sql(failure);
        return sql == null || failure instanceof PortException ? failure : translated(operation, sql);
    }

    static PortException translated(String operation, SQLException sql) {
        FailureContext context = FailureContext.of(operation);
        String message = "the database says: " + sql.getMessage();
        if (isRetryable(sql)) {
            return new PortException.Transient(context, "the database was busy with the same rows", sql);
        }
        if (isConnectionLost(sql)) {
            return new PortException.Transient(context.withCode(UNREACHABLE), message, sql);
        }
        if (LOGIN.contains(sql.getErrorCode())) {
            return new PortException.Authentication(
                    context.withCode(UNREACHABLE), "the database refuses user or password");
        }
        if (state(sql).startsWith("23")) {
            return new PortException.Conflict(context, message);
        }
        if (state(sql).startsWith("22")) {
            return new PortException.Rejected(context, message);
        }
        return new PortException.Protocol(context, message, sql);
    }

    /** For a commit that was sent and not answered. */
    static PortException unknownOutcome(String operation, SQLException sql) {
        return new PortException.UnknownOutcome(
                FailureContext.of(operation).withCode(UNREACHABLE),
                "the connection to the database broke while it committed",
                sql);
    }

    private static String state(SQLException sql) {
        String state = sql.getSQLState();
        return state == null ? "" : state;
    }

    /** The innermost SQLException, since pools and jOOQ wrap the one that has the code. */
    private static @Nullable SQLException sql(@Nullable Throwable failure) {
        SQLException found = null;
        Throwable next = failure;
        while (next != null) {
            if (next instanceof SQLException sql) {
                found = sql;
            }
            next = next.getCause();
        }
        return found;
    }
}
