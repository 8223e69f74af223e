package io.tallyport.core.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.connection.Connection;
import io.tallyport.core.connection.Environment;
import io.tallyport.core.connection.Halted;
import io.tallyport.core.connection.LocationRef;
import io.tallyport.core.connection.Route;
import io.tallyport.core.connection.WebOrders;
import io.tallyport.core.history.Run;
import io.tallyport.core.history.RunState;
import io.tallyport.core.inventory.undo.BackupRow;
import io.tallyport.core.inventory.undo.StockBackup;
import io.tallyport.core.inventory.undo.UndoErrors;
import io.tallyport.core.kernel.ErrorCode;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.RouteId;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup holds a whole side, and is restored by a plan. */
class RestoreTest {

    @TempDir
    Path directory;

    private StockHouse house;

    @BeforeEach
    void sixtyRows() {
        house = new StockHouse(directory);
        for (int i = 10; i < 70; i++) {
            house.till.stock("p" + i, "S" + i, Integer.toString(i));
            house.web.stock("w" + i, "S" + i, Integer.toString(i - 5));
        }
    }

    private static void assertRefused(Runnable work, ErrorCode code) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        PortException.Rejected.class,
                        refused -> assertThat(refused.context().code()).contains(code));
    }

    @Test
    void aBackupHoldsEveryItemOnceAndSaysThatItIsWhole() {
        StockBackup backup = house.backups.open(house.backUp(StockHouse.WEB));

        assertThat(backup.isComplete()).isTrue();
        assertThat(backup.rows()).isEqualTo(60);
        assertThat(backup.header().environment()).isEqualTo(Environment.SANDBOX);
        assertThat(backup.parts()).hasSize(1);
    }

    @Test
    void aReadThatProvesNothingMakesABackupThatSaysSo() {
        house.web.withoutProof();
        Path file = house.backUp(StockHouse.WEB);
        List<BackupRow> rows = new ArrayList<>();
        house.backups.rows(file, rows::add);

        assertThat(house.backups.open(file).isComplete()).isFalse();
        assertThat(rows).hasSize(60);
    }

    @Test
    void eitherSideCanBeBackedUp() {
        assertThat(house.backups.open(house.backUp(StockHouse.TILL)).rows()).isEqualTo(60);
    }

    @Test
    void whatDiffersIsSetBackAndTheRestIsNotListed() {
        Path backup = house.backUp(StockHouse.WEB);
        house.apply(house.plan());
        house.web.change("w10", -1);

        Path plan = house.restore(backup);
        assertThat(house.rows(plan)).hasSize(60).allMatch(row -> row.action() == Action.SET);
        assertThat(house.row(plan, "S10").remote()).contains(Quantity.of(9));
        assertThat(house.row(plan, "S10").local()).contains(Quantity.of(5));
        Run run = house.apply(plan);

        assertThat(run.state()).isEqualTo(RunState.COMPLETED);
        assertThat(run.kind()).isEqualTo("stock-restore");
        for (int i = 10; i < 70; i++) {
            assertThat(house.web.available("w" + i)).isEqualTo(Quantity.of(i - 5));
        }
        assertThat(house.files.open(house.restore(backup)).counts().changes()).isZero();
    }

    @Test
    void salesAfterThePlanAreNotUndone() {
        Path backup = house.backUp(StockHouse.WEB);
        house.apply(house.plan());
        Path plan = house.restore(backup);
        house.web.order("w33", 2);

        Run run = house.apply(plan);

        assertThat(run.counts()).containsEntry("CHANGED_SINCE", 1L).containsEntry("written", 59L);
        assertThat(house.web.available("w33")).isEqualTo(Quantity.of(31));
    }

    @Test
    void rowsThatAreLeftAloneAreNamedWithTheReason() {
        house.web.stock("w80", "S80", "4").stocking("w80", Stocking.NOT_STOCKED);
        house.web.stock("w81", "S81", "4").stocking("w81", Stocking.NOT_STOCKED);
        house.web.stock("w82", "S82", "2.5");
        Path backup = house.backUp(StockHouse.WEB);
        house.web.remove("w10").untracked("w11").stocking("w12", Stocking.INACTIVE);
        house.web.stocking("w81", Stocking.STOCKED);
        house.web.stock("w90", "NEW", "7");

        Path plan = house.restore(backup);

        assertThat(house.rows(plan))
                .extracting(PlanRow::key, PlanRow::action, PlanRow::reason)
                .containsExactlyInAnyOrder(
                        org.assertj.core.api.Assertions.tuple("S10", Action.SKIP, Reason.ITEM_GONE),
                        org.assertj.core.api.Assertions.tuple("S11", Action.SKIP, Reason.NOT_TRACKED),
                        org.assertj.core.api.Assertions.tuple("S12", Action.SKIP, Reason.NOT_STOCKED_AT_LOCATION),
                        org.assertj.core.api.Assertions.tuple("S81", Action.SKIP, Reason.NOT_IN_BACKUP),
                        org.assertj.core.api.Assertions.tuple("S82", Action.SKIP, Reason.OUT_OF_RANGE));
    }

    @Test
    void everyRouteThatEndsThereIsPaused() {
        RouteId other = new RouteId("other");
        Route main = house.route();
        house.save(new Route(other, main.source(), main.target(), main.policy(), true));
        Path backup = house.backUp(StockHouse.WEB);

        assertRefused(() -> house.restore(backup), UndoErrors.NO_ROUTE);
        assertThat(house.halts.all()).isEmpty();
        house.restore(backup, Optional.empty(), Optional.of(other));

        assertThat(house.halts.all().keySet()).containsExactlyInAnyOrder(Halted.of(StockHouse.ROUTE), Halted.of(other));
        assertRefused(house::plan, PlanErrors.PAUSED);
    }

    @Test
    void theTillIsRestoredWithoutTouchingWhatTheRouteAcknowledged() {
        Path backup = house.backUp(StockHouse.TILL);
        house.apply(house.plan());
        house.till.change("p10", 4);

        Path plan = house.restore(backup);
        assertThat(house.files.open(plan).header().target())
                .isEqualTo(house.route().source());
        house.apply(plan);

        assertThat(house.till.onHand("p10")).isEqualTo(Quantity.of(10));
        assertThat(house.stocks.acknowledged(StockHouse.ROUTE, List.of(new io.tallyport.core.kernel.ExternalId("p10"))))
                .isEmpty();
        house.resume(StockHouse.ROUTE);
        assertThat(house.files.open(house.cycle()).counts().changes()).isZero();
    }

    @Test
    void aBackupOfAnotherEnvironmentOrAccountIsRefused() {
        Path backup = house.backUp(StockHouse.WEB);
        Connection web = house.connections.find(StockHouse.WEB).orElseThrow();
        house.connections.save(with(web, "account", Environment.PRODUCTION));
        assertRefused(() -> house.restore(backup), UndoErrors.OTHER_SHOP);
        house.connections.save(with(web, "another", Environment.SANDBOX));
        assertRefused(() -> house.restore(backup), UndoErrors.OTHER_SHOP);
        house.connections.remove(StockHouse.WEB);
        assertRefused(() -> house.restore(backup), UndoErrors.OTHER_SHOP);

        assertThat(house.halts.all()).isEmpty();
    }

    @Test
    void aPlanOfARestoreIsNotAppliedInAnotherEnvironment() {
        Path plan = house.restore(house.backUp(StockHouse.WEB));
        Connection web = house.connections.find(StockHouse.WEB).orElseThrow();
        house.connections.save(with(web, "account", Environment.PRODUCTION));

        assertRefused(() -> house.apply(plan), PlanErrors.WRONG_ENVIRONMENT);
    }

    @Test
    void withoutARouteThereNothingIsRestored() {
        Path backup = house.backUp(StockHouse.WEB);
        Route main = house.route();
        house.save(new Route(
                StockHouse.ROUTE,
                main.source(),
                new LocationRef(StockHouse.WEB, new io.tallyport.core.kernel.ExternalId("elsewhere")),
                main.policy(),
                true));

        assertRefused(() -> house.restore(backup), UndoErrors.NO_ROUTE);
    }

    @Test
    void theFigureIsTheRoutes() {
        Path backup = house.backUp(StockHouse.WEB);
        house.route(WebOrders.AT_POS_WHEN_FULFILLED);
        house.web.order("w10", 3);

        assertThat(house.files.open(house.restore(backup)).counts().changes()).isZero();
    }

    private static Connection with(Connection old, String account, Environment environment) {
        return new Connection(
                old.id(),
                old.platform(),
                account,
                URI.create("http://127.0.0.1:1"),
                environment,
                old.accessMode(),
                true,
                Map.of(),
                Map.of());
    }
}
