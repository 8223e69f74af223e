package io.tallyport.runtime.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.inventory.LevelSpool;
import io.tallyport.core.inventory.LevelSpools;
import io.tallyport.core.inventory.LevelSpoolsContract;
import io.tallyport.core.inventory.ReadPoint;
import io.tallyport.core.inventory.StockLevel;
import io.tallyport.core.inventory.Stocking;
import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Sku;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileLevelSpoolsTest implements LevelSpoolsContract {

    private static final ReadPoint POINT =
            new ReadPoint(Optional.of(new Cursor("c")), OptionalLong.empty(), Optional.empty());

    @TempDir
    Path data;

    private Path directory;
    private FileLevelSpools spools;

    @BeforeEach
    void open() {
        directory = data.resolve("spool");
        spools = new FileLevelSpools(directory);
    }

    @Override
    public LevelSpools spools() {
        return spools;
    }

    private static StockLevel level(int item) {
        return new StockLevel(
                new ExternalId("item-" + item),
                Optional.of(new Sku("SKU-" + item)),
                "Item",
                true,
                Stocking.NOT_STOCKED,
                Optional.empty(),
                Optional.empty());
    }

    private Path spoolOf(int... rowsBeforeEachCheckpoint) throws IOException {
        try (LevelSpool spool = spools.open("till/1", NOW, HOUR)) {
            int item = 0;
            for (int rows : rowsBeforeEachCheckpoint) {
                for (int i = 0; i < rows; i++) {
                    spool.add(List.of(level(item++)));
                }
                spool.checkpoint(POINT);
            }
        }
        return files().get(0);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }

    @Test
    void onlyTheOwnerCanReadIt() throws IOException {
        Path file = spoolOf(1);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
                .isEqualTo("rwx------");
    }

    @Test
    void whatIsDiscardedLeavesNoFile() throws IOException {
        try (LevelSpool spool = spools.open("till/1", NOW, HOUR)) {
            spool.add(List.of(level(1)));
            spool.checkpoint(POINT);
            spool.discard();
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void whatDeadProcessesLeftIsDeletedByTheNextWhoeverItBelongedTo() throws IOException {
        spoolOf(1);
        Files.writeString(directory.resolve("what-is-this.levels"), "?");
        try (LevelSpool other = spools.open("web/7", NOW.plus(HOUR), HOUR)) {
            assertThat(other.reached()).isEmpty();
            assertThat(files()).hasSize(1);
        }
    }

    @Test
    void aFileThatIsCutOffAnywhereCountsUpToItsLastCheckpoint() throws IOException {
        byte[] whole = Files.readAllBytes(spoolOf(3, 4));
        Path file = files().get(0);
        for (int length = whole.length - 1; length > 0; length -= 7) {
            Files.write(file, java.util.Arrays.copyOf(whole, length));
            try (LevelSpool spool = spools.open("till/1", NOW, HOUR)) {
                assertThat(spool.items()).isIn(0L, 3L);
                assertThat(spool.reached().isPresent()).isEqualTo(spool.items() == 3);
                spool.discard();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 12, 40, 90, 130})
    void aFileThatIsNotWhatWasWrittenIsDeletedAndTheReadBeginsAnew(int at) throws IOException {
        Path file = spoolOf(3);
        byte[] bytes = Files.readAllBytes(file);
        bytes[at] ^= 0x55;
        Files.write(file, bytes);
        try (LevelSpool spool = spools.open("till/1", NOW, HOUR)) {
            assertThat(spool.reached()).isEmpty();
            assertThat(spool.items()).isZero();
            assertThat(files()).hasSize(1).doesNotContain(file);
        }
    }

    @Test
    void moreRowsThanAreSortedAtOnceComeBackInOrder() {
        int rows = RunBuffer.MOST_ROWS + 1000;
        try (LevelSpool spool = spools.open("till/1", NOW, HOUR)) {
            spool.add(IntStream.range(0, rows)
                    .mapToObj(FileLevelSpoolsTest::level)
                    .toList());
            spool.checkpoint(POINT);
            List<String> skus = new ArrayList<>();
            spool.inOrder()
                    .forEachRemaining(
                            level -> skus.add(level.sku().orElseThrow().value()));
            assertThat(skus).hasSize(rows).isSorted();
        }
    }

    @Test
    void aDirectoryThatCannotBeUsedIsNamed() throws IOException {
        Files.writeString(directory, "a file");
        assertThatThrownBy(() -> spools.open("till/1", NOW, HOUR))
                .isInstanceOf(PortException.Transient.class)
                .hasMessageContaining(directory.toString());
    }
}
