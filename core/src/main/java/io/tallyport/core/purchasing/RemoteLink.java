package io.tallyport.core.purchasing;

import io.tallyport.core.consignment.ConsignmentStatus;
import io.tallyport.core.kernel.ExternalId;
import java.time.Instant;

/**
 * Which consignment an order is at the platform, and how it was when last read.
 *
 * @param regressed whether it has gone backwards there since it was farthest
 * @param readAt when it was last read
 */
public record RemoteLink(ExternalId consignment, ConsignmentStatus status, boolean regressed, Instant readAt) {}
