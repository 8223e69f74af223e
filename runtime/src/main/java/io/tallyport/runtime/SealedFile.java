package io.tallyport.runtime;

import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A file that takes its name only when it is whole and on disk; until then it is beside it, with {@code .part}. */
final class SealedFile {

    private static final Logger LOG = LoggerFactory.getLogger(SealedFile.class);

    private SealedFile() {}

    /** Writes the part. */
    @FunctionalInterface
    interface Content<T> {
        T writeTo(Path part) throws IOException;
    }

    /** Writes a file, all or nothing; one that is there is replaced. */
    static <T> T write(Path file, String operation, Content<T> content) {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            T written = content.writeTo(part);
            force(part, StandardOpenOption.WRITE);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            forceDirectory(file.toAbsolutePath().getParent());
            return written;
        } catch (IOException failed) {
            discard(part, failed);
            throw cannotWrite(file, operation, failed);
        } catch (UncheckedIOException failed) {
            discard(part, failed);
            throw cannotWrite(file, operation, failed.getCause());
        } catch (RuntimeException failed) {
            discard(part, failed);
            throw failed;
        }
    }

    private static void force(Path file, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(file, how)) {
            channel.force(true);
        }
    }

    /** The new name is durable too, where the system lets a directory be opened. */
    private static void forceDirectory(@Nullable Path directory) {
        try {
            if (directory != null) {
                force(directory, StandardOpenOption.READ);
            }
        } catch (IOException notHere) {
            LOG.debug("{} cannot be forced to disk: {}", directory, notHere.getMessage());
        }
    }

    private static void discard(Path part, Exception because) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException alsoFailed) {
            because.addSuppressed(alsoFailed);
        }
    }

    private static PortException.Transient cannotWrite(Path file, String operation, @Nullable IOException failed) {
        return new PortException.Transient(
                FailureContext.of(operation),
                file + " could not be written: " + reason(failed) + "; make room or choose another place with --out",
                failed);
    }

    /** The system's own words, except where they are nothing but a file's name. */
    private static String reason(@Nullable IOException failed) {
        return failed instanceof NoSuchFileException
                ? "its directory does not exist"
                : failed == null ? "no reason is known" : String.valueOf(failed.getMessage());
    }
}
