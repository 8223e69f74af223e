package io.tallyport.persistence;

import static io.tallyport.persistence.schema.Tables.LEASES;

import io.tallyport.core.kernel.Lease;
import io.tallyport.core.kernel.Leases;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;

/**
 * Leases as rows. A guarded UPDATE decides who gets one: its row count is the answer once the transaction has committed,
 * and of several that wait for the row each looks at it again.
 */
final class JooqLeases implements Leases {

    private static final String NOBODY = "";

    private final Transactions transactions;
    private final LeaseClock clock;

    JooqLeases(Transactions transactions, LeaseClock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Optional<Lease> acquire(String name, String holder, Duration length) {
        return transactions.call("acquire lease", sql -> {
            Instant now = now(sql);
            Instant until = now.plus(length);
            boolean taken = sql.update(LEASES)
                            .set(LEASES.HOLDER, holder)
                            .set(LEASES.TOKEN, LEASES.TOKEN.plus(1))
                            .set(LEASES.LEASE_UNTIL, until)
                            .where(LEASES.NAME.eq(name))
                            .and(LEASES.LEASE_UNTIL.le(now))
                            .execute()
                    == 1;
            return taken || isFirst(sql, name, holder, until) ? find(sql, name) : Optional.empty();
        });
    }

    private static boolean isFirst(DSLContext sql, String name, String holder, Instant until) {
        return !sql.fetchExists(LEASES, LEASES.NAME.eq(name))
                && Upserts.add(sql.insertInto(LEASES)
                        .columns(LEASES.NAME, LEASES.HOLDER, LEASES.TOKEN, LEASES.LEASE_UNTIL)
                        .values(name, holder, 1L, until));
    }

    @Override
    public Optional<Lease> renew(Lease lease, Duration length) {
        return transactions.call("renew lease", sql -> {
            Instant until = now(sql).plus(length);
            int renewed = sql.update(LEASES)
                    .set(LEASES.LEASE_UNTIL, until)
                    .where(isStill(lease))
                    .execute();
            return renewed == 1
                    ? Optional.of(new Lease(lease.name(), lease.holder(), lease.token(), until))
                    : Optional.empty();
        });
    }

    @Override
    public void release(Lease lease) {
        transactions.run(
                "release lease",
                sql -> sql.update(LEASES)
                        .set(LEASES.HOLDER, NOBODY)
                        .set(LEASES.LEASE_UNTIL, now(sql))
                        .where(isStill(lease))
                        .execute());
    }

    @Override
    public Optional<Lease> current(String name) {
        return transactions.call(
                "find lease",
                sql -> find(sql, name).filter(lease -> lease.until().isAfter(now(sql))));
    }

    private Instant now(DSLContext sql) {
        return clock.now(sql).truncatedTo(ChronoUnit.MICROS);
    }

    private static Condition isStill(Lease lease) {
        return LEASES.NAME
                .eq(lease.name())
                .and(LEASES.HOLDER.eq(lease.holder()))
                .and(LEASES.TOKEN.eq(lease.token()));
    }

    private static Optional<Lease> find(DSLContext sql, String name) {
        return sql.selectFrom(LEASES)
                .where(LEASES.NAME.eq(name))
                .fetchOptional(row -> new Lease(row.getName(), row.getHolder(), row.getToken(), row.getLeaseUntil()));
    }
}
