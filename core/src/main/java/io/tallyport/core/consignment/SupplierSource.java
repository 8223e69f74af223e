package io.tallyport.core.consignment;

import java.util.List;

/**
 * Reads the suppliers of one connection, so that ours can be mapped to them. Thread-safe.
 *
 * <p>Throws {@link io.tallyport.core.kernel.PortException} as {@link ConsignmentSource} does.
 */
@FunctionalInterface
public interface SupplierSource {

    /** All that are there, those deleted or put away left out, in the platform's order; the answer is whole, or the call fails. */
    List<Supplier> suppliers();
}
