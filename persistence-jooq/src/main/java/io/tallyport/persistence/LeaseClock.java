package io.tallyport.persistence;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** The one time that leases of a database go by. */
@FunctionalInterface
interface LeaseClock {

    Instant now(DSLContext sql);

    /** The time as microseconds since 1970, for a statement to reckon with. */
    default Field<Long> micros(DSLContext sql) {
        return DSL.inline(ChronoUnit.MICROS.between(Instant.EPOCH, now(sql)));
    }
}
