package io.tallyport.core.inventory.undo;

import io.tallyport.core.kernel.ExternalId;
import java.time.Instant;

/**
 * What a backup holds of one location.
 *
 * @param name as the platform showed it
 * @param begun when the read of it began
 * @param ended when the read of it ended: each level is of some moment in between
 * @param rows items, each counted once
 * @param complete whether the platform's own count proved that nothing was left out
 */
public record BackupPart(ExternalId location, String name, Instant begun, Instant ended, long rows, boolean complete) {}
