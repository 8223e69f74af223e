package io.tallyport.persistence;

import static io.tallyport.persistence.schema.Tables.PURCHASE_POLLS;

import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.purchasing.receiving.PollMarks;
import io.tallyport.persistence.schema.tables.records.PurchasePollsRecord;
import java.util.Optional;

/** How far each connection has been read, as rows. */
final class JooqPollMarks implements PollMarks {

    private final Transactions transactions;

    JooqPollMarks(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Cursor> find(ConnectionId connection) {
        return transactions.call(
                "find poll mark",
                sql -> sql.selectFrom(PURCHASE_POLLS)
                        .where(PURCHASE_POLLS.CONNECTION_ID.eq(connection.value()))
                        .fetchOptional(row -> new Cursor(row.getNextCursor())));
    }

    @Override
    public void put(ConnectionId connection, Cursor next) {
        transactions.run(
                "keep poll mark", sql -> Upserts.put(sql, new PurchasePollsRecord(connection.value(), next.value())));
    }
}
