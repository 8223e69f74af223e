package io.tallyport.persistence;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * The master key in an owner-only file, with others beside it under their ids.
 *
 * <p>Going over to another key writes it beside first, and lets it take the place only when the database has gone over:
 * whichever key the database names is found at every moment.
 */
final class MasterKeyFile extends MasterKey {

    static final String NAME = "master.key";

    private final Path file;

    MasterKeyFile(Path file) {
        this.file = file;
    }

    @Override
    byte[] forNewSecrets() {
        try {
            return decode(OwnerOnlyFile.readOrCreate(file, random()), file.toString());
        } catch (IOException failed) {
            throw unreadable(file, failed);
        }
    }

    /** The file is looked at again at the end: the key beside it may have taken its place in between. */
    @Override
    byte[] named(String id) {
        return ofId(file, id)
                .or(() -> ofId(beside(id), id))
                .or(() -> ofId(file, id))
                .orElseThrow(() -> read(file)
                        .map(bytes -> another(id, file.toString(), SecretCipher.idOf(bytes)))
                        .orElseGet(() -> rejected("there are stored secrets, but no master key in " + file)));
    }

    @Override
    String origin() {
        return file.toString();
    }

    /** Where a key is that does not, or not any more, stand in the file itself. */
    Path beside(String id) {
        return file.resolveSibling(NAME + "." + id);
    }

    /** Writes a key beside the one that counts. */
    void putBeside(String id, String base64) {
        try {
            OwnerOnlyFile.readOrCreate(beside(id), base64);
        } catch (IOException failed) {
            throw rejected("the next master key cannot be written to " + beside(id) + ": " + failed.getMessage());
        }
    }

    /** Lets the key of that id take the file's place, and keeps the one that was there beside it; again is no harm. */
    void settle(String id) {
        try {
            Optional<byte[]> present = read(file);
            if (present.map(SecretCipher::idOf).filter(id::equals).isPresent() || !Files.exists(beside(id))) {
                return;
            }
            if (present.isPresent()) {
                keepBeside(SecretCipher.idOf(present.get()));
            }
            Files.move(beside(id), file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw rejected("the master key in " + beside(id) + " counts now, but could not take the place of " + file
                    + ": " + failed.getMessage());
        }
    }

    private void keepBeside(String id) throws IOException {
        try {
            Files.createLink(beside(id), file);
        } catch (FileAlreadyExistsException keptBefore) {
            return;
        }
    }

    void removeBeside(String id) {
        try {
            Files.deleteIfExists(beside(id));
        } catch (IOException failed) {
            throw rejected("the unused master key in " + beside(id) + " cannot be removed: " + failed.getMessage());
        }
    }

    private static Optional<byte[]> ofId(Path place, String id) {
        return read(place).filter(bytes -> SecretCipher.idOf(bytes).equals(id));
    }

    private static Optional<byte[]> read(Path place) {
        if (!Files.exists(place)) {
            return Optional.empty();
        }
        try {
            return Optional.of(decode(Files.readString(place), place.toString()));
        } catch (NoSuchFileException movedMeanwhile) {
            return Optional.empty();
        } catch (IOException failed) {
            throw unreadable(place, failed);
        }
    }

    private static RuntimeException unreadable(Path place, IOException failed) {
        return rejected("the master key in " + place + " cannot be read: " + failed.getMessage());
    }
}
