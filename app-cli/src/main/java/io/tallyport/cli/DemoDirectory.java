package io.tallyport.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A directory for the length of a demo.
 *
 * @param keep whether it stays
 */
record DemoDirectory(Path path, boolean keep) implements AutoCloseable {

    static DemoDirectory make(boolean keep) {
        try {
            return new DemoDirectory(Files.createTempDirectory("tallyport-demo-"), keep);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot make a temporary directory", failed);
        }
    }

    @Override
    public void close() {
        if (keep) {
            return;
        }
        try (Stream<Path> files = Files.walk(path)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot delete " + path, failed);
        }
    }
}
