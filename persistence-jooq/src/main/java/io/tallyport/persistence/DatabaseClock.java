package io.tallyport.persistence;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jooq.DSLContext;
import org.jooq.DatePart;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * The database's clock, read as seconds since 1970, which mean the same in every session's time zone.
 *
 * <p>One server has one clock. On a Galera cluster each node has its own: leases of hosts that ask different nodes are as
 * exact as the nodes agree, so their length should be far above the skew that the cluster allows.
 */
final class DatabaseClock implements LeaseClock {

    private static final int MICROS = 6;

    private static final Field<BigDecimal> NOW = DSL.extract(DSL.currentTimestamp(DSL.inline(MICROS)), DatePart.EPOCH)
            .coerce(SQLDataType.DECIMAL(20, MICROS));

    private static final Field<Long> MICROS_NOW =
            NOW.times(DSL.inline(1_000_000L)).cast(SQLDataType.BIGINT);

    /** Without a statement of its own: the database reckons it in the statement that needs it. */
    @Override
    public Field<Long> micros(DSLContext sql) {
        return MICROS_NOW;
    }

    @Override
    public Instant now(DSLContext sql) {
        BigDecimal seconds = sql.select(NOW).fetchSingle().value1();
        long micros = seconds.movePointRight(MICROS).longValue();
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
