package io.tallyport.core.catalog.mapping;

import io.tallyport.core.catalog.MappingOrigin;
import java.util.Optional;

/**
 * One mapping as a file names it.
 *
 * @param number the line in the file, from 1
 * @param source empty where the line names no item of the source
 * @param target empty where the line names no item of the target
 * @param sourceSku its SKU as the file has it, for people; an item that is named by its id may be called otherwise now
 * @param targetSku as {@code sourceSku}
 */
public record MappingLine(
        int number,
        Optional<ItemRef> source,
        Optional<ItemRef> target,
        Optional<String> sourceSku,
        Optional<String> targetSku,
        MappingOrigin origin) {}
