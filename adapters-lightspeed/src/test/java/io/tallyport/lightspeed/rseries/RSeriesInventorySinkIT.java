package io.tallyport.lightspeed.rseries;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.connection.AccessMode;
import io.tallyport.core.inventory.AdjusterUnderTest;
import io.tallyport.core.inventory.InventorySink;
import io.tallyport.core.inventory.MarkedSettingContract;
import io.tallyport.core.inventory.SetOutcome;
import io.tallyport.core.inventory.StockFigure;
import io.tallyport.core.inventory.StockLevel;
import io.tallyport.core.inventory.StockWrite;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Holds the sink to the contract of the port, against the sandbox over real HTTP. */
class RSeriesInventorySinkIT implements MarkedSettingContract {

    private final SandboxTill till = new SandboxTill(150, AccessMode.READ_WRITE);

    @AfterEach
    void close() {
        till.close();
    }

    @Override
    public AdjusterUnderTest shop() {
        return till;
    }

    @Override
    public InventorySink sink() {
        return till.session().port(InventorySink.class).orElseThrow();
    }

    @Override
    public Clock clock() {
        return till.clock();
    }

    @Test
    void aFigureBelowZeroIsRefusedAndNothingIsWritten() {
        StockLevel level = stocked().get(0);
        long from = level.onHand().orElseThrow().toWholeUnits();
        StockWrite write = new StockWrite(
                StockFigure.ON_HAND,
                till.location(),
                "gid://t/1",
                List.of(new StockWrite.Line(level.item(), from, -1)));

        SetOutcome outcome = sink().set(write, "k");

        assertThat(outcome.status()).isEqualTo(SetOutcome.Status.REFUSED);
        assertThat(outcome.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(LightspeedErrors.BELOW_ZERO));
        assertThat(till.writesDone()).isZero();
    }
}
