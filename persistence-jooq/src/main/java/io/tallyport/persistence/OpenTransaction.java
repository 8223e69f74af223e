package io.tallyport.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConnectionProvider;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One transaction while it is open, on one connection and one thread. */
final class OpenTransaction {

    private static final Logger LOG = LoggerFactory.getLogger(OpenTransaction.class);

    private final Connection connection;
    private final DSLContext sql;
    private final List<Runnable> afterwards = new ArrayList<>();
    private @Nullable RuntimeException doom;

    OpenTransaction(Connection connection, Configuration configuration) {
        this.connection = connection;
        this.sql = DSL.using(configuration.derive(new DefaultConnectionProvider(connection)));
    }

    /** Runs a store's operation as part of this transaction. */
    <T> T join(String operation, Function<DSLContext, T> body) {
        try {
            return body.apply(sql);
        } catch (RuntimeException failure) {
            RuntimeException translated = Failures.translated(operation, failure);
            if (translated != failure) {
                doom = failure;
            }
            throw translated;
        }
    }

    /** Runs a unit inside this one; when it fails, only its own part is taken back. */
    <T> T nested(Supplier<T> body) {
        RuntimeException doomBefore = doom;
        int mark = afterwards.size();
        try {
            Savepoint before = connection.setSavepoint();
            boolean done = false;
            try {
                T result = body.get();
                refuseIfDoomed();
                done = true;
                return result;
            } finally {
                if (!done) {
                    afterwards.subList(mark, afterwards.size()).clear();
                    rollBackTo(before, doomBefore);
                }
            }
        } catch (SQLException failure) {
            throw Failures.translated("begin inner unit of work", failure);
        }
    }

    /** Takes back what a failed inner unit stored, and with it whatever it doomed, unless all must be done again. */
    private void rollBackTo(Savepoint before, @Nullable RuntimeException doomBefore) {
        if (Failures.isRetryable(doom)) {
            return;
        }
        try {
            connection.rollback(before);
            doom = doomBefore;
        } catch (SQLException gone) {
            doom = Failures.translated("roll back inner unit of work", gone);
        }
    }

    /** Keeps something to be run when this transaction is committed. */
    void afterwards(Runnable action) {
        afterwards.add(action);
    }

    /** Says that it is committed. */
    void committed() {
        afterwards.forEach(OpenTransaction::quietly);
    }

    /** What is committed stays so, whatever is done afterwards. */
    static void quietly(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException failure) {
            LOG.warn("what was to be done after a commit failed", failure);
        }
    }

    /** Why this transaction must not commit. */
    @Nullable
    RuntimeException doom() {
        return doom;
    }

    /** Throws when a store's operation failed in this transaction, even if somebody caught that. */
    void refuseIfDoomed() {
        if (doom != null) {
            throw Failures.translated("commit", doom);
        }
    }
}
