package io.tallyport.core.catalog;

import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.ExternalId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Reads the products of one connection.
 *
 * <p>Reads never change anything at the platform. Throws {@link io.tallyport.core.kernel.PortException}: Transient when
 * the platform could not answer after the adapter's own retries, Authentication, Protocol when an answer could not be
 * read. Thread-safe.
 */
public interface ProductSource {

    /**
     * All variants of all products, archived ones and drafts included, each with its status: what is gone from the shelf
     * must be told from what was never there. Pages follow the contract of {@link VariantPage}.
     *
     * @param cursor where to go on; empty to begin
     */
    VariantPage variants(Optional<Cursor> cursor);

    /** Just these variants now, in any order; those the platform does not know are not in the answer. */
    List<Variant> variantsOf(Collection<ExternalId> items);
}
