package io.tallyport.core.inventory.undo;

import io.tallyport.core.connection.Environment;
import io.tallyport.core.kernel.ConnectionId;
import java.time.Instant;

/**
 * What a backup is of.
 *
 * @param id random, for people and for the plans that are made from it
 * @param connection its name when the backup was made
 * @param platform such as {@code shopify}
 * @param account the account at the platform, which must be the same at a restore
 */
public record BackupHeader(
        String id, ConnectionId connection, String platform, String account, Environment environment, Instant begun) {}
