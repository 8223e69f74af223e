package io.tallyport.core.catalog.mapping;

import java.util.List;

/**
 * Something that is wrong between two catalogues.
 *
 * @param sources the source's items that are meant, possibly none
 * @param targets the target's items that are meant, possibly none
 * @param proven false where it would need a complete read of the other side, and that read was not
 * @param detail what exactly, such as in what two SKUs differ; may be empty
 */
public record Mismatch(
        MismatchKind kind, List<CatalogueItem> sources, List<CatalogueItem> targets, boolean proven, String detail) {

    public Mismatch {
        sources = List.copyOf(sources);
        targets = List.copyOf(targets);
    }
}
