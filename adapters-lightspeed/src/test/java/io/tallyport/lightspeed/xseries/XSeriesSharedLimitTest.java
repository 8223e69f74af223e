package io.tallyport.lightspeed.xseries;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.connection.BudgetKey;
import io.tallyport.core.connection.BudgetReading;
import io.tallyport.core.connection.BudgetReport;
import io.tallyport.core.connection.LocalBudgetLedger;
import io.tallyport.remote.RemoteSettings;
import io.tallyport.remote.Surroundings;
import io.tallyport.remote.TestCredentials;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Whoever has the same ledger spends one limit of the store, in whichever process it runs. */
class XSeriesSharedLimitTest extends ScriptedStore {

    private static final int WINDOW = 350;
    private static final BudgetReading PUBLISHED = new BudgetReading(WINDOW, WINDOW, WINDOW / 300.0);

    private final LocalBudgetLedger ledger = new LocalBudgetLedger(clock);
    private final XSeriesConnector sharing = new XSeriesConnector(
            TestCredentials.of(secrets, clock),
            Surroundings.of((connection, access, operation) -> {}, journal, clock, clock)
                    .sharing(ledger),
            RemoteSettings.DEFAULT);

    /** What a process that never spoke to the platform itself has to wait for so many calls. */
    private Duration anotherProcessTakes(int calls) {
        return ledger.reserve(BudgetKey.of(connection()), PUBLISHED, BudgetReport.nothing("another process"), calls)
                .delay();
    }

    @Test
    void whatAnotherProcessHasSpentIsWaitedFor() {
        outlets();
        assertThat(anotherProcessTakes(WINDOW)).isZero();

        assertThat(sharing.open(connection()).locations()).hasSize(2);

        assertThat(clock.sleeps()).isNotEmpty();
    }

    @Test
    void whatAnotherStoreHasSpentIsNot() {
        outlets();
        ledger.reserve(new BudgetKey("lightspeed-x another"), PUBLISHED, BudgetReport.nothing("another"), WINDOW);

        assertThat(sharing.open(connection()).locations()).hasSize(2);

        assertThat(clock.sleeps()).isEmpty();
    }

    @Test
    void whatIsSpentHereIsGoneForAnotherProcess() {
        outlets();
        sharing.open(connection()).locations();

        assertThat(anotherProcessTakes(WINDOW)).isPositive();
    }

    @Test
    void aPauseThatAnotherProcessWasToldIsKept() {
        outlets();
        anotherProcessTakes(1);
        ledger.pause(BudgetKey.of(connection()), Duration.ofSeconds(40));

        sharing.open(connection()).locations();

        assertThat(clock.sleeps().get(0)).isGreaterThanOrEqualTo(Duration.ofSeconds(40));
    }
}
