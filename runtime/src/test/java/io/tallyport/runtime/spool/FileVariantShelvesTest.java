package io.tallyport.runtime.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.catalog.VariantShelf;
import io.tallyport.core.catalog.VariantShelfContract;
import io.tallyport.core.kernel.PortException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileVariantShelvesTest implements VariantShelfContract {

    @TempDir
    private Path directory;

    @Override
    public VariantShelf open() {
        return new FileVariantShelves(directory).open();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }

    @Test
    void aClosedShelfLeavesNothing() throws IOException {
        try (VariantShelf shelf = open()) {
            assertThat(files()).hasSize(1);
            assertThat(shelf.items()).isZero();
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void whatAKilledProcessLeftGoesWithTheNext() throws IOException {
        Files.writeString(directory.resolve("left.variants"), "what was there");
        try (VariantShelf shelf = open();
                VariantShelf other = open()) {
            assertThat(files()).hasSize(2).noneMatch(file -> file.endsWith("left.variants"));
            assertThat(shelf.items() + other.items()).isZero();
        }
    }

    @Test
    void aDirectoryThatCannotBeIsToldInWords() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");
        assertThatThrownBy(() -> new FileVariantShelves(file).open())
                .isInstanceOf(PortException.Transient.class)
                .hasMessageContaining("could not be used");
    }
}
