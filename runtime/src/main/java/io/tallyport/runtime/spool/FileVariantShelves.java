package io.tallyport.runtime.spool;

import io.tallyport.core.catalog.VariantShelf;
import io.tallyport.core.catalog.VariantShelves;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/**
 * Shelves as files of one directory, which only their owner can read. A file is locked while it is open and deleted with
 * its shelf; what a process left that was killed is deleted by the next who opens a shelf.
 */
public final class FileVariantShelves implements VariantShelves {

    private static final String ENDING = ".variants";

    private final Path directory;

    public FileVariantShelves(Path directory) {
        this.directory = directory;
    }

    @Override
    public VariantShelf open() {
        try {
            Files.createDirectories(directory, HeldFile.ownerOnly(directory, "rwx------"));
            try (DirectoryStream<Path> left = Files.newDirectoryStream(directory, "*" + ENDING)) {
                for (Path file : left) {
                    Optional<HeldFile> nobodys = HeldFile.open(file);
                    nobodys.ifPresent(HeldFile::delete);
                }
            }
            return new FileVariantShelf(HeldFile.create(directory.resolve(UUID.randomUUID() + ENDING)));
        } catch (IOException failed) {
            throw HeldFile.failed(directory, failed);
        }
    }
}
