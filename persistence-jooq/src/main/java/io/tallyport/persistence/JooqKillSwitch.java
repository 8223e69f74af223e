package io.tallyport.persistence;

import static io.tallyport.persistence.schema.Tables.KILL_SWITCH;

import io.tallyport.core.connection.KillSwitch;
import java.util.Optional;

/** The kill switch as the one row that is there while it is on. */
final class JooqKillSwitch implements KillSwitch {

    private static final int ONLY = 1;

    private final Transactions transactions;

    JooqKillSwitch(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void stop(Stop stop) {
        transactions.call(
                "stop all writes",
                sql -> Upserts.add(sql.insertInto(KILL_SWITCH)
                        .columns(KILL_SWITCH.ID, KILL_SWITCH.STOPPED_AT, KILL_SWITCH.ACTOR, KILL_SWITCH.REASON)
                        .values(ONLY, stop.at(), stop.actor(), stop.reason())));
    }

    @Override
    public boolean resume() {
        return transactions.call(
                "let writes through", sql -> sql.deleteFrom(KILL_SWITCH).execute() == 1);
    }

    @Override
    public Optional<Stop> stopped() {
        return transactions.call(
                "look at the kill switch",
                sql -> sql.selectFrom(KILL_SWITCH)
                        .fetchOptional(row -> new Stop(row.getStoppedAt(), row.getActor(), row.getReason())));
    }
}
