package io.tallyport.runtime.spool;

import io.tallyport.core.inventory.LevelSpool;
import io.tallyport.core.inventory.LevelSpools;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Spools as files of one directory, which only their owner can read. A file is locked while it is open; what a process
 * left that was killed is gone on with, or deleted by the next who opens a spool.
 *
 * <p>Nothing is forced to disk: a file survives the end of the process, and after a loss of power its checksums tell what
 * is whole.
 */
public final class FileLevelSpools implements LevelSpools {

    private static final Logger LOG = LoggerFactory.getLogger(FileLevelSpools.class);

    /** A digest of the identity, when it began in milliseconds, and something to tell two of them apart. */
    private static final Pattern NAME = Pattern.compile("([0-9a-f]{24})-(\\d{1,18})-[0-9a-f]{8}\\.levels");

    private final Path directory;

    public FileLevelSpools(Path directory) {
        this.directory = directory;
    }

    @Override
    public LevelSpool open(String identity, Instant now, Duration resumable) {
        try {
            Files.createDirectories(directory, HeldFile.ownerOnly(directory, "rwx------"));
            String digest = digest(identity);
            for (Path file : leftOver(digest, now, resumable)) {
                Optional<LevelSpool> spool = goOn(file, identity);
                if (spool.isPresent()) {
                    return spool.get();
                }
            }
            String name = digest + "-" + now.toEpochMilli() + "-"
                    + UUID.randomUUID().toString().substring(0, 8) + ".levels";
            HeldFile held = HeldFile.create(directory.resolve(name));
            return FileLevelSpool.create(held, identity, now);
        } catch (IOException failed) {
            throw HeldFile.failed(directory, failed);
        }
    }

    /** What may be gone on with, the latest first; what is too old is deleted. */
    private List<Path> leftOver(String digest, Instant now, Duration resumable) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.levels")) {
            for (Path file : files) {
                Matcher name = NAME.matcher(file.getFileName().toString());
                if (!name.matches()
                        || isOutdated(Instant.ofEpochMilli(Long.parseLong(name.group(2))), now, resumable)) {
                    delete(file, "nobody can go on with it");
                } else if (name.group(1).equals(digest)) {
                    found.add(file);
                }
            }
        }
        found.sort(Collections.reverseOrder());
        return found;
    }

    private static boolean isOutdated(Instant begun, Instant now, Duration resumable) {
        return begun.isAfter(now) || !begun.plus(resumable).isAfter(now.truncatedTo(ChronoUnit.MILLIS));
    }

    private static Optional<LevelSpool> goOn(Path file, String identity) throws IOException {
        Optional<HeldFile> held = HeldFile.open(file);
        if (held.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(FileLevelSpool.goOn(held.get(), identity));
        } catch (EOFException cutOff) {
            LOG.info("{} is deleted: nothing had been read yet", file);
        } catch (IOException unreadable) {
            LOG.warn("{} is deleted and the location read anew: {}", file, unreadable.getMessage());
        }
        held.get().delete();
        return Optional.empty();
    }

    private static void delete(Path file, String why) throws IOException {
        Optional<HeldFile> held = HeldFile.open(file);
        if (held.isPresent()) {
            LOG.info("{} is deleted: {}", file, why);
            held.get().delete();
        }
    }

    private static String digest(String identity) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
