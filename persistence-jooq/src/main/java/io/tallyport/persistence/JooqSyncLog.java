package io.tallyport.persistence;

import static io.tallyport.persistence.schema.Tables.SYNC_LOG;

import io.tallyport.core.history.RunId;
import io.tallyport.core.history.SyncEntry;
import io.tallyport.core.history.SyncLog;
import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.Page;
import io.tallyport.persistence.schema.tables.records.SyncLogRecord;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** The sync log as rows in the order of their number; a cursor is the number of the last row given. */
final class JooqSyncLog implements SyncLog {

    private static final int PAGE = 500;

    private final Transactions transactions;

    JooqSyncLog(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void append(List<SyncEntry> entries) {
        transactions.run("append to sync log", sql -> Chunks.of(entries).forEach(chunk -> insert(sql, chunk)));
    }

    private static void insert(DSLContext sql, List<SyncEntry> entries) {
        var insert = sql.insertInto(SYNC_LOG)
                .columns(
                        SYNC_LOG.RUN_ID,
                        SYNC_LOG.LOGGED_AT,
                        SYNC_LOG.ENTITY,
                        SYNC_LOG.OPERATION,
                        SYNC_LOG.STATUS,
                        SYNC_LOG.VALUE_BEFORE,
                        SYNC_LOG.VALUE_AFTER,
                        SYNC_LOG.CODE,
                        SYNC_LOG.MESSAGE);
        for (SyncEntry entry : entries) {
            insert = insert.values(
                    entry.run().value(),
                    entry.at(),
                    entry.entity(),
                    entry.operation(),
                    entry.status(),
                    entry.before().orElse(null),
                    entry.after().orElse(null),
                    entry.code().orElse(null),
                    entry.message());
        }
        insert.execute();
    }

    @Override
    public Page<SyncEntry> ofRun(RunId run, Optional<Cursor> cursor) {
        return transactions.call("read sync log", sql -> {
            Condition ofRun = SYNC_LOG.RUN_ID.eq(run.value());
            long after = cursor.map(where -> Long.parseLong(where.value())).orElse(0L);
            List<SyncLogRecord> rows = sql.selectFrom(SYNC_LOG)
                    .where(ofRun)
                    .and(SYNC_LOG.SEQ.gt(after))
                    .orderBy(SYNC_LOG.RUN_ID, SYNC_LOG.SEQ)
                    .limit(PAGE + 1)
                    .fetch();
            List<SyncEntry> entries =
                    rows.stream().limit(PAGE).map(JooqSyncLog::entry).toList();
            return rows.size() > PAGE
                    ? Page.withNext(entries, new Cursor("" + rows.get(PAGE - 1).getSeq()))
                    : Page.last(entries, sql.fetchCount(SYNC_LOG, ofRun));
        });
    }

    @Override
    public List<SyncEntry> about(String entity, int limit) {
        return transactions.call(
                "read sync log",
                sql -> sql.selectFrom(SYNC_LOG)
                        .where(SYNC_LOG.ENTITY.eq(entity))
                        .orderBy(SYNC_LOG.SEQ.desc())
                        .limit(limit)
                        .fetch(JooqSyncLog::entry));
    }

    private static SyncEntry entry(SyncLogRecord row) {
        return new SyncEntry(
                new RunId(row.getRunId()),
                row.getLoggedAt(),
                row.getEntity(),
                row.getOperation(),
                row.getStatus(),
                Optional.ofNullable(row.getValueBefore()),
                Optional.ofNullable(row.getValueAfter()),
                Optional.ofNullable(row.getCode()),
                row.getMessage());
    }
}
