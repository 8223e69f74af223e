package io.tallyport.core.catalog;

/** Puts up shelves. Thread-safe. */
@FunctionalInterface
public interface VariantShelves {

    /**
     * An empty shelf that nobody else has.
     *
     * @throws io.tallyport.core.kernel.PortException.Transient when there is no room or the storage fails
     */
    VariantShelf open();
}
