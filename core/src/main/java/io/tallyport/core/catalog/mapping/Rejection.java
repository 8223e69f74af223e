package io.tallyport.core.catalog.mapping;

import io.tallyport.core.catalog.SkuMapping;
import java.time.Instant;

/**
 * A person's word that two items are not one; such a pair is not suggested again.
 *
 * @param pair what it is about
 * @param reason why; may be empty
 */
public record Rejection(SkuMapping pair, Instant at, String actor, String reason) {}
