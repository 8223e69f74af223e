package io.tallyport.runtime.spool;

import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An open file that nobody else holds, in this process or another; the end of a process lets go of it. */
final class HeldFile {

    private static final Logger LOG = LoggerFactory.getLogger(HeldFile.class);

    /**
     * What this process holds. Asking the system is not enough: it forgets a process's lock as soon as the process closes
     * any other opening of the file.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel channel;

    private HeldFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    static HeldFile create(Path file) throws IOException {
        return hold(file, EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE))
                .orElseThrow(() -> new IOException("somebody else holds " + file));
    }

    /** Empty when somebody else holds it, or it is gone. */
    static Optional<HeldFile> open(Path file) throws IOException {
        return hold(file, EnumSet.of(StandardOpenOption.READ, StandardOpenOption.WRITE));
    }

    private static Optional<HeldFile> hold(Path file, Set<? extends OpenOption> how) throws IOException {
        Path path = file.toAbsolutePath();
        if (!HELD.add(path)) {
            return Optional.empty();
        }
        FileChannel channel = null;
        try {
            channel = FileChannel.open(path, how, ownerOnly(path, "rw-------"));
            if (channel.tryLock() != null) {
                return Optional.of(new HeldFile(path, channel));
            }
        } catch (NoSuchFileException gone) {
            LOG.debug("{} is gone", path);
        } catch (IOException | RuntimeException failed) {
            letGo(path, channel);
            throw failed;
        }
        letGo(path, channel);
        return Optional.empty();
    }

    private static void letGo(Path path, @Nullable FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException ignored) {
            LOG.debug("{} did not close: {}", path, ignored.getMessage());
        } finally {
            HELD.remove(path);
        }
    }

    static FileAttribute<?>[] ownerOnly(Path place, String rights) {
        boolean posix = place.toAbsolutePath()
                .getFileSystem()
                .supportedFileAttributeViews()
                .contains("posix");
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }

    FileChannel channel() {
        return channel;
    }

    void close() {
        if (channel.isOpen()) {
            letGo(path, channel);
        }
    }

    void delete() {
        close();
        try {
            Files.deleteIfExists(path);
        } catch (IOException left) {
            LOG.warn("{} is left over and may be deleted: {}", path, left.getMessage());
        }
    }

    PortException.Transient failed(@Nullable IOException failed) {
        return failed(path, failed);
    }

    static PortException.Transient failed(Path path, @Nullable IOException failed) {
        return new PortException.Transient(
                FailureContext.of("read levels"),
                path + " could not be used: " + failed
                        + "; make room there, or choose another data directory, and try again",
                failed);
    }
}
