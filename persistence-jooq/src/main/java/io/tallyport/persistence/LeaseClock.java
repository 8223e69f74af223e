package io.tallyport.persistence;

import java.time.Instant;
import org.jooq.DSLContext;

/** The one time that leases of a database go by. */
@FunctionalInterface
interface LeaseClock {

    Instant now(DSLContext sql);
}
