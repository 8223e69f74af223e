package io.tallyport.core.catalog;

import io.tallyport.core.kernel.Sku;
import java.time.Instant;
import java.util.Optional;

/**
 * A mapping with what is known of how it came to be.
 *
 * @param at when it was made; empty for one of a time when this was not kept
 * @param actor who made it; empty as {@code at}
 * @param sourceSku what the source's item was called then: tells its heir when the item is gone
 * @param targetSku what the target's item was called then
 */
public record MappingEntry(
        SkuMapping mapping,
        MappingOrigin origin,
        Optional<Instant> at,
        Optional<String> actor,
        Optional<Sku> sourceSku,
        Optional<Sku> targetSku) {

    /** A person's word of which nothing else is known. */
    public static MappingEntry of(SkuMapping mapping) {
        return new MappingEntry(
                mapping, MappingOrigin.PERSON, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
