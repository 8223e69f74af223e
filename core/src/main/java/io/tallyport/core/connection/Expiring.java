package io.tallyport.core.connection;

import java.util.List;

/** Tells what of a connection ends by itself, as far as that is known. Asks the platform nothing. Thread-safe. */
public interface Expiring {

    /** In no order; what renews itself without a person is not among them. */
    List<Expiry> expiries();
}
