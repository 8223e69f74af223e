package io.tallyport.core.catalog;

import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Sku;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Where the products of one read stand while they are compared, outside of memory.
 *
 * <p>A variant may be put more than once; what was put last for its item counts, also when its SKU is another one. Every
 * method throws {@link io.tallyport.core.kernel.PortException.Transient} when there is no room or the storage fails. For
 * one thread.
 */
public interface VariantShelf extends AutoCloseable {

    void put(Collection<Variant> variants);

    /** How many different items there are. */
    long items();

    /** The variant of an item; empty when it was not put. */
    Optional<Variant> of(ExternalId item);

    /** All variants that bear a SKU now, in no order. */
    List<Variant> of(Sku sku);

    /** Lets go of everything in it. */
    @Override
    void close();
}
