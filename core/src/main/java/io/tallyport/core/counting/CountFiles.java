package io.tallyport.core.counting;

import java.nio.file.Path;
import java.util.List;

/** Reads lists of what was counted from files. Thread-safe. */
@FunctionalInterface
public interface CountFiles {

    /**
     * All lines of a file; each SKU is in it once.
     *
     * @throws io.tallyport.core.kernel.PortException.Rejected with {@link CountErrors#BAD_COUNT} when there is no such file, it has not
     *     the form, or lines are wrong, which are all named
     */
    List<CountedLine> read(Path file);
}
