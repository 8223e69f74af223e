package io.tallyport.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.catalog.SkuMapping;
import io.tallyport.core.history.ApiCall;
import io.tallyport.core.history.AuditEntry;
import io.tallyport.core.inventory.Acknowledged;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.Racers;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.core.kernel.Undone;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What units of work do beyond their contract, on one database. */
abstract class TransactionsKit {

    private static final RouteId ROUTE = new RouteId("till-to-shop");
    private static final String TOO_LONG = "k".repeat(191);

    abstract TestDatabase db();

    private void put(String key, String value) {
        db().stores().settings().put(key, value);
    }

    private Optional<String> get(String key) {
        return db().stores().settings().find(key);
    }

    @Test
    void anotherThreadSeesNothingBeforeTheCommit() {
        db().stores().unitOfWork().inOne(() -> {
            put("key", "value");
            assertThat(Racers.race(1, number -> get("key"))).containsExactly(Optional.empty());
        });

        assertThat(get("key")).contains("value");
    }

    @Test
    void whatOthersCommittedMeanwhileIsSeenAtTheNextLook() {
        db().stores().unitOfWork().inOne(() -> {
            assertThat(get("key")).isEmpty();
            Racers.race(1, number -> {
                put("key", "value");
                return number;
            });
            assertThat(get("key")).contains("value");
        });
    }

    @Test
    void aDeadlockIsSolvedByRunningABodyAgain() {
        put("a", "0");
        put("b", "0");
        CyclicBarrier bothHaveOne = new CyclicBarrier(2);
        AtomicInteger bodies = new AtomicInteger();

        Racers.race(2, number -> {
            AtomicInteger tries = new AtomicInteger();
            db().stores().unitOfWork().inOne(() -> {
                bodies.incrementAndGet();
                put(number == 0 ? "a" : "b", "by " + number);
                if (tries.incrementAndGet() == 1) {
                    await(bothHaveOne);
                }
                put(number == 0 ? "b" : "a", "by " + number);
            });
            return number;
        });

        assertThat(bodies).hasValueGreaterThan(2);
        assertThat(get("a")).isPresent().isEqualTo(get("b"));
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (BrokenBarrierException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Test
    void whatDoesNotFitIsRejected() {
        AuditEntry entry = new AuditEntry(Instant.EPOCH, "a".repeat(256), "", "", "");
        Acknowledged level = new Acknowledged(new ExternalId("i".repeat(256)), Quantity.of(1), Instant.EPOCH);
        SkuMapping mapping = new SkuMapping(ROUTE, level.targetItem(), level.targetItem());

        assertRejected(() -> put(TOO_LONG, "value"));
        assertRejected(() -> db().stores().history().auditTrail().record(entry));
        assertRejected(() -> db().stores().inventory().stock().acknowledge(ROUTE, List.of(level)));
        assertRejected(() -> db().stores().mappings().add(mapping));
        assertRejected(() -> db().stores().leases().acquire(TOO_LONG, "holder", Duration.ofHours(1)));
    }

    private static void assertRejected(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(PortException.Rejected.class);
    }

    @Test
    void aFailureOfTheDatabaseDoomsTheUnitEvenWhenSomebodyCatchesIt() {
        assertThatThrownBy(() -> db().stores().unitOfWork().inOne(() -> {
                    put("kept", "value");
                    assertThatThrownBy(() -> put(TOO_LONG, "value")).isInstanceOf(PortException.Rejected.class);
                }))
                .isInstanceOf(PortException.Rejected.class);

        assertThat(get("kept")).isEmpty();
    }

    @Test
    void aFailureInAnInnerUnitDoomsOnlyThat() {
        db().stores().unitOfWork().inOne(() -> {
            put("kept", "value");
            assertThatThrownBy(() -> db().stores().unitOfWork().inOne(() -> {
                        put("lost", "value");
                        put(TOO_LONG, "value");
                    }))
                    .isInstanceOf(PortException.Rejected.class);
        });

        assertThat(get("kept")).isPresent();
        assertThat(get("lost")).isEmpty();
    }

    @Test
    void theLogOfRemoteCallsOutlivesAFailedUnit() {
        Undone.in(
                db().stores().unitOfWork(),
                () -> db().stores().history().apiLog().record(call("/kept")));

        assertThat(db().stores().history().apiLog().recent(10))
                .extracting(ApiCall::path)
                .containsExactly("/kept");
    }

    private static ApiCall call(String path) {
        return new ApiCall(
                Instant.EPOCH,
                new ConnectionId("shop"),
                "read",
                "GET",
                path,
                OptionalInt.empty(),
                Duration.ZERO,
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void aCallersTransactionCarriesOursToItsCommit() throws SQLException {
        try (Connection connection = db().connect()) {
            Stores stores = db().database().storesOver(connection);
            stores.unitOfWork().inOne(() -> {
                stores.settings().put("key", "value");
                stores.history().auditTrail().record(new AuditEntry(Instant.EPOCH, "service", "put", "key", ""));
            });
            assertThat(get("key")).isEmpty();

            connection.commit();
        }

        assertThat(get("key")).contains("value");
        assertThat(db().stores().history().auditTrail().recent(10)).hasSize(1);
    }

    @Test
    void aCallersRollBackTakesOursAway() throws SQLException {
        try (Connection connection = db().connect()) {
            Stores stores = db().database().storesOver(connection);
            stores.unitOfWork().inOne(() -> stores.settings().put("key", "value"));
            assertThat(stores.settings().find("key")).contains("value");

            connection.rollback();
        }

        assertThat(get("key")).isEmpty();
    }

    @Test
    void aFailedUnitInACallersTransactionLeavesTheRestToTheCaller() throws SQLException {
        try (Connection connection = db().connect()) {
            Stores stores = db().database().storesOver(connection);
            stores.settings().put("kept", "value");
            Undone.in(stores.unitOfWork(), () -> stores.settings().put("lost", "value"));

            connection.commit();
        }

        assertThat(get("kept")).isPresent();
        assertThat(get("lost")).isEmpty();
    }

    @Test
    void aConnectionWithAutoCommitIsRefused() throws SQLException {
        try (Connection connection = db().connect()) {
            connection.setAutoCommit(true);

            assertThatThrownBy(() -> db().database().storesOver(connection))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("auto-commit");
        }
    }
}
