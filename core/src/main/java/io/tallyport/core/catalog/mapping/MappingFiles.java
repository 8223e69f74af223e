package io.tallyport.core.catalog.mapping;

import io.tallyport.core.connection.Platform;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes and reads mappings as files, in JSON or, where the name ends in {@code .csv}, as comma-separated values. Both ways
 * are inverse as far as mappings go. Thread-safe.
 */
public interface MappingFiles {

    /**
     * Writes a new file, whole or not at all.
     *
     * @throws io.tallyport.core.kernel.PortException.Rejected when there is a file of that name, or it cannot be written
     */
    void write(Path file, MappingSheet sheet);

    /**
     * Reads the mappings of a file; what it says is unmapped is for people and left out.
     *
     * @param source the platform of the route's source: decides which names in the file mean it
     * @throws io.tallyport.core.kernel.PortException.Rejected when it cannot be read, or has not the form, with the line
     */
    List<MappingLine> read(Path file, Platform source, Platform target);
}
