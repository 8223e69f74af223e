package io.tallyport.persistence;

import static io.tallyport.persistence.schema.Tables.HALTS;

import io.tallyport.core.connection.Halted;
import io.tallyport.core.connection.Halts;
import io.tallyport.core.connection.KillSwitch;
import io.tallyport.persistence.schema.tables.records.HaltsRecord;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Halts as rows that are there while they last. */
final class JooqHalts implements Halts {

    private final Transactions transactions;

    JooqHalts(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void halt(Halted what, KillSwitch.Stop stop) {
        transactions.call(
                "halt " + what.name(),
                sql -> Upserts.add(sql.insertInto(HALTS)
                        .columns(HALTS.KIND, HALTS.NAME, HALTS.HALTED_AT, HALTS.ACTOR, HALTS.REASON)
                        .values(what.kind().name(), what.name(), stop.at(), stop.actor(), stop.reason())));
    }

    @Override
    public boolean lift(Halted what) {
        return transactions.call(
                "lift the halt of " + what.name(),
                sql -> sql.deleteFrom(HALTS)
                                .where(HALTS.KIND.eq(what.kind().name()))
                                .and(HALTS.NAME.eq(what.name()))
                                .execute()
                        == 1);
    }

    @Override
    public Optional<KillSwitch.Stop> find(Halted what) {
        return transactions.call(
                "look for a halt",
                sql -> sql.selectFrom(HALTS)
                        .where(HALTS.KIND.eq(what.kind().name()))
                        .and(HALTS.NAME.eq(what.name()))
                        .fetchOptional(JooqHalts::stop));
    }

    @Override
    public Map<Halted, KillSwitch.Stop> all() {
        Map<Halted, KillSwitch.Stop> all = new TreeMap<>();
        transactions
                .call("list halts", sql -> sql.selectFrom(HALTS).fetch())
                .forEach(row -> all.put(new Halted(Halted.Kind.valueOf(row.getKind()), row.getName()), stop(row)));
        return all;
    }

    private static KillSwitch.Stop stop(HaltsRecord row) {
        return new KillSwitch.Stop(row.getHaltedAt(), row.getActor(), row.getReason());
    }
}
