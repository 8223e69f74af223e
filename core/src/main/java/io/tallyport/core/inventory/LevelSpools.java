package io.tallyport.core.inventory;

import java.time.Duration;
import java.time.Instant;

/** Opens spools. Thread-safe. */
public interface LevelSpools {

    /**
     * A spool that nobody else has open, in this process or another: the one that an earlier read of the same thing was
     * closed or killed over, else a new one.
     *
     * <p>One that cannot be read, or that began {@code resumable} or longer before {@code now} (or after it), is deleted.
     * Where somebody has the earlier one open, a new one is opened beside it.
     *
     * @param identity of what is read; only a spool of the very same identity is gone on with
     * @throws io.tallyport.core.kernel.PortException.Transient when there is no room or the storage fails
     */
    LevelSpool open(String identity, Instant now, Duration resumable);
}
