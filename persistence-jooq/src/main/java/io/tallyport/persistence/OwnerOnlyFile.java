package io.tallyport.persistence;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;

/** Files that only their owner can read, where the file system knows owners. */
final class OwnerOnlyFile {

    private OwnerOnlyFile() {}

    /** Makes a directory and those above it. */
    static void createDirectory(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory, permissions(directory.toAbsolutePath(), "rwx------"));
        }
    }

    /** An empty file for its owner; fails when there is one already. */
    static void create(Path file) throws IOException {
        Files.createFile(file, permissions(file.toAbsolutePath(), "rw-------"));
    }

    /**
     * What the file says, after having made it, and its directory, with {@code content} when it was missing; all who
     * make it at once get what one of them wrote.
     */
    static String readOrCreate(Path file, String content) throws IOException {
        if (!Files.exists(file)) {
            Path directory = file.toAbsolutePath().getParent();
            if (directory != null) {
                createDirectory(directory);
            }
            Path draft = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".tmp");
            create(draft);
            try {
                Files.writeString(draft, content);
                // A link is made whole or not at all, and never in the place of another: a move could overwrite one.
                Files.createLink(file, draft);
            } catch (FileAlreadyExistsException somebodyWasFaster) {
                return Files.readString(file).strip();
            } finally {
                Files.delete(draft);
            }
        }
        return Files.readString(file).strip();
    }

    private static FileAttribute<?>[] permissions(Path place, String rights) {
        boolean posix = place.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }
}
