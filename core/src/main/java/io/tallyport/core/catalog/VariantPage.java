package io.tallyport.core.catalog;

import io.tallyport.core.kernel.Cursor;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A part of a read of products.
 *
 * @param variants in the source's order, possibly none; one may come twice over several pages: the later one counts
 * @param next where to go on; empty on the last page, and only there
 * @param total on the last page, how many distinct variants the platform says there are; empty where it cannot say. A
 *     read is complete when the last page was reached and at least this many distinct variants were seen; without a total
 *     it proves nothing, and no absence may be inferred from it
 */
public record VariantPage(List<Variant> variants, Optional<Cursor> next, OptionalLong total) {

    public VariantPage {
        variants = List.copyOf(variants);
    }
}
