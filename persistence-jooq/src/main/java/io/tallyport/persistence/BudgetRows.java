package io.tallyport.persistence;

import io.tallyport.core.connection.BudgetShare;
import io.tallyport.core.connection.BudgetShares;
import io.tallyport.core.connection.BudgetState;
import io.tallyport.persistence.schema.tables.records.RateBudgetsRecord;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;

/** A budget as a row; its shares as a line each: points, until when in microseconds since 1970, what was seen, whose. */
final class BudgetRows {

    private static final String BETWEEN = " ";
    private static final int FIELDS = 4;

    private BudgetRows() {}

    static BudgetState state(RateBudgetsRecord row) {
        return new BudgetState(
                row.getCapacity(),
                row.getAvailable(),
                row.getPerSecond(),
                row.getGranted(),
                row.getAsOf(),
                row.getPausedUntil(),
                new BudgetShares(row.getShares().lines().map(BudgetRows::share).toList()));
    }

    /** Without key and version. */
    static RateBudgetsRecord row(BudgetState state) {
        RateBudgetsRecord row = new RateBudgetsRecord();
        row.setCapacity(state.capacity());
        row.setAvailable(state.available());
        row.setPerSecond(state.perSecond());
        row.setGranted(state.granted());
        row.setAsOf(state.asOf());
        row.setPausedUntil(state.pausedUntil());
        row.setShares(state.shares().all().stream().map(BudgetRows::line).collect(Collectors.joining("\n")));
        return row;
    }

    private static String line(BudgetShare share) {
        long until = ChronoUnit.MICROS.between(Instant.EPOCH, share.until());
        return share.points() + BETWEEN + until + BETWEEN + share.seen() + BETWEEN + share.holder();
    }

    private static BudgetShare share(String line) {
        String[] fields = line.split(BETWEEN, FIELDS);
        return new BudgetShare(
                fields[3],
                Double.parseDouble(fields[0]),
                Instant.EPOCH.plus(Long.parseLong(fields[1]), ChronoUnit.MICROS),
                Double.parseDouble(fields[2]));
    }
}
