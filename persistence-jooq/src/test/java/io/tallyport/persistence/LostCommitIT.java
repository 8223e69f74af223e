package io.tallyport.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.kernel.PortException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jooq.impl.DefaultConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Commits that fail, over a connection that is told how. */
final class LostCommitIT {

    @RegisterExtension
    static final TestDatabase DB = TestDatabases.h2();

    private final AtomicInteger commits = new AtomicInteger();

    @Test
    void aConnectionThatBreaksWhileItCommitsLeavesAnUnknownOutcomeAndIsNotTriedAgain() {
        Transactions transactions = over(commit -> new SQLException("gone", "08S01"));

        assertThatThrownBy(() -> transactions.inOne(() -> {})).isInstanceOf(PortException.UnknownOutcome.class);

        assertThat(commits).hasValue(1);
    }

    @Test
    void aCommitThatLostACertificationIsTriedAgain() {
        Transactions transactions = over(commit -> commit < 3 ? new SQLException("deadlock", "40001", 1213) : null);

        transactions.inOne(() -> {});

        assertThat(commits).hasValue(3);
    }

    @Test
    void aCommitThatNeverGetsThroughIsTransient() {
        Transactions transactions = over(commit -> new SQLException("deadlock", "40001", 1213));

        assertThatThrownBy(() -> transactions.inOne(() -> {})).isInstanceOf(PortException.Transient.class);

        assertThat(commits).hasValueGreaterThan(3);
    }

    private interface Fate {
        @Nullable
        SQLException of(int commit);
    }

    private Transactions over(Fate fate) {
        DataSource source = (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> failing(DB.connect(), fate));
        return new PooledTransactions(source, new DefaultConfiguration());
    }

    private Connection failing(Connection real, Fate fate) {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("commit")) {
                        SQLException failure = fate.of(commits.incrementAndGet());
                        if (failure != null) {
                            throw failure;
                        }
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }
}
