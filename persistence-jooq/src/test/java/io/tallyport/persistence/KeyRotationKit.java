package io.tallyport.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tallyport.core.connection.KeyRotation;
import io.tallyport.core.connection.RotateMasterKey;
import io.tallyport.core.connection.Secret;
import io.tallyport.core.connection.SecretHandle;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Racers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Going over to another master key, on one database, with kills between the steps. */
abstract class KeyRotationKit {

    private static final String NEXT =
            Base64.getEncoder().encodeToString("thirty-two bytes of another key!".getBytes(StandardCharsets.US_ASCII));

    @TempDir
    Path directory;

    private final List<Database> open = new ArrayList<>();
    private final List<SecretHandle> handles = new ArrayList<>();
    private Database running;

    abstract TestDatabase db();

    @BeforeEach
    void store() {
        running = process(MasterKey.inDirectory(directory));
        for (int i = 0; i < 3; i++) {
            handles.add(running.stores().secrets().store("token", new Secret("secret " + i)));
        }
    }

    @AfterEach
    void close() {
        open.forEach(Database::close);
    }

    private Database process(MasterKey key) {
        Database database = Database.open(db().settings().withPoolSize(4), key);
        open.add(database);
        return database;
    }

    private Database nextProcess() {
        return process(MasterKey.inDirectory(directory));
    }

    private static RotateMasterKey rotating(Database database) {
        Stores stores = database.stores();
        return new RotateMasterKey(
                stores.keyRotation(),
                stores.leases(),
                stores.history().auditTrail(),
                stores.unitOfWork(),
                Clock.systemUTC());
    }

    private List<String> read(Database database) {
        return handles.stream()
                .map(handle ->
                        database.stores().secrets().reveal(handle).orElseThrow().reveal())
                .toList();
    }

    private void assertReadable(Database... databases) {
        for (Database database : databases) {
            assertThat(read(database)).containsExactly("secret 0", "secret 1", "secret 2");
        }
    }

    private String key() throws IOException {
        return Files.readString(directory.resolve("master.key")).strip();
    }

    @Test
    void everySecretIsEncryptedAnewAndProgramsThatRunGoOn() throws IOException {
        String before = key();

        RotateMasterKey.Rotated rotated = rotating(nextProcess()).rotate(Optional.empty(), "owner");

        assertThat(rotated.secrets()).isEqualTo(3);
        assertThat(key()).isNotEqualTo(before);
        assertReadable(running, nextProcess());
        Path kept = directory.resolve("master.key." + rotated.oldId());
        assertThat(kept).hasContent(before);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("master.key"))))
                .isEqualTo("rw-------");
        assertThat(running.stores().history().auditTrail().recent(1).toString())
                .contains("master key changed", rotated.newId(), rotated.oldId())
                .doesNotContain(key(), before);
        assertThat(rotated.toString()).doesNotContain(key(), before);
    }

    @Test
    void aKillBeforeTheCommitLeavesTheOldKeyInForce() throws IOException {
        String before = key();
        nextProcess().stores().keyRotation().prepare(Optional.empty());

        assertThat(key()).isEqualTo(before);
        assertReadable(running, nextProcess());
        rotating(running).rotate(Optional.empty(), "owner");
        assertReadable(running, nextProcess());
    }

    @Test
    void aKillAfterTheCommitLeavesTheNewKeyInForceAndTheNextChangePutsItInPlace() throws IOException {
        Stores stores = nextProcess().stores();
        KeyRotation.Next next = stores.keyRotation().prepare(Optional.empty());
        stores.unitOfWork().inOne(() -> stores.keyRotation().encryptAnew(next));

        assertReadable(running, nextProcess());
        running.stores().secrets().replace(handles.get(0), new Secret("secret 0"));
        assertReadable(running, nextProcess());
        RotateMasterKey.Rotated again = rotating(nextProcess()).rotate(Optional.empty(), "owner");
        assertThat(again.oldId()).isEqualTo(next.newId());
        assertReadable(running, nextProcess());
        assertThat(directory.resolve("master.key." + next.newId()))
                .hasContent(next.key().reveal());
    }

    @Test
    void aKillBetweenKeepingTheOldKeyAndMovingTheNewOneIsMended() throws IOException {
        Stores stores = nextProcess().stores();
        KeyRotation.Next next = stores.keyRotation().prepare(Optional.empty());
        stores.unitOfWork().inOne(() -> stores.keyRotation().encryptAnew(next));
        Files.createLink(directory.resolve("master.key." + next.oldId()), directory.resolve("master.key"));

        stores.keyRotation().settle(next);
        stores.keyRotation().settle(next);

        assertThat(key()).isEqualTo(next.key().reveal());
        assertReadable(running, nextProcess());
    }

    @Test
    void aUnitOfWorkThatFailsChangesNothing() {
        Stores stores = nextProcess().stores();
        KeyRotation.Next next = stores.keyRotation().prepare(Optional.empty());

        assertThatThrownBy(() -> stores.unitOfWork().inOne(() -> {
                    stores.keyRotation().encryptAnew(next);
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");

        assertReadable(running, nextProcess());
    }

    @Test
    void withTheWrongKeyNothingIsChangedAndTheWayOutIsTold(@TempDir Path elsewhere) throws IOException {
        Files.writeString(elsewhere.resolve("master.key"), NEXT);
        Database wrong = process(MasterKey.inDirectory(elsewhere));

        PortException failure =
                catchThrowableOfType(PortException.class, () -> rotating(wrong).rotate(Optional.empty(), "owner"));

        assertThat(failure.describe()).contains("DB002", "master.key").doesNotContain(NEXT);
        assertReadable(running, nextProcess());
    }

    @Test
    void ofTwoAtOnceOneWinsAndTheOtherIsToldSo() throws IOException {
        List<Database> two = List.of(nextProcess(), nextProcess());

        List<String> ends = Racers.race(2, number -> {
            try {
                return rotating(two.get(number))
                        .rotate(Optional.empty(), "owner")
                        .newId();
            } catch (PortException.Conflict lost) {
                return lost.describe();
            }
        });

        assertThat(ends).hasSize(2).anySatisfy(end -> assertThat(end).hasSize(16));
        assertThat(ends)
                .allSatisfy(end -> assertThat(end.length() == 16 || end.startsWith("TP049"))
                        .isTrue());
        assertReadable(running, nextProcess());
        assertThat(Files.exists(directory.resolve("master.key"))).isTrue();
    }

    @Test
    void whoeverPreparedForAKeyThatIsGoneByNowIsRefused() {
        KeyRotation one = nextProcess().stores().keyRotation();
        KeyRotation two = nextProcess().stores().keyRotation();
        KeyRotation.Next first = one.prepare(Optional.empty());
        KeyRotation.Next second = two.prepare(Optional.empty());
        one.encryptAnew(first);

        assertThatThrownBy(() -> two.encryptAnew(second)).isInstanceOf(PortException.Conflict.class);
        two.abandon(second);
        one.settle(first);

        assertThat(directory.resolve("master.key." + second.newId())).doesNotExist();
        assertReadable(running, nextProcess());
    }

    @Test
    void secretsThatAreReplacedMeanwhileAreNeitherLostNorUnreadable() {
        AtomicBoolean done = new AtomicBoolean();
        Database writing = nextProcess();
        Database rotating = nextProcess();

        List<Integer> counts = Racers.race(2, number -> {
            int count = 0;
            if (number == 0) {
                for (; count < 5; count++) {
                    rotating(rotating).rotate(Optional.empty(), "owner");
                }
                done.set(true);
                return count;
            }
            while (!done.get()) {
                Secret fresh = new Secret("round " + count++);
                writing.stores().secrets().replace(handles.get(0), fresh);
                assertThat(running.stores().secrets().reveal(handles.get(0))).contains(fresh);
            }
            return count;
        });

        assertThat(counts).contains(5);
        assertThat(read(nextProcess())).hasSize(3);
    }

    @Test
    void aKeyOfTheEnvironmentIsChangedForOneThatIsGiven() {
        db().clear();
        handles.clear();
        Database old = process(TestDatabase.KEY);
        handles.add(old.stores().secrets().store("token", new Secret("secret 0")));

        assertThat(catchThrowableOfType(PortException.class, () -> rotating(old).rotate(Optional.empty(), "owner"))
                        .describe())
                .contains("DB004", "--new-key-env");
        assertThat(rotating(old).rotate(Optional.of(new Secret(NEXT)), "owner").advice())
                .contains("TALLYPORT_MASTER_KEY");

        assertThat(read(process(MasterKey.fromEnvironment(NEXT)))).containsExactly("secret 0");
        assertThat(catchThrowableOfType(PortException.class, () -> read(old)).describe())
                .contains("DB002", "TALLYPORT_MASTER_KEY");
    }

    @Test
    void whatIsNoKeyOrTheSameIsRefusedAndNotPrinted() throws IOException {
        for (String wrong : List.of("short", "c2hvcnQ=", key())) {
            PortException failure = catchThrowableOfType(
                    PortException.class, () -> rotating(running).rotate(Optional.of(new Secret(wrong)), "owner"));
            assertThat(failure.describe()).contains("DB004").doesNotContain(wrong);
        }
        assertReadable(running);
    }
}
