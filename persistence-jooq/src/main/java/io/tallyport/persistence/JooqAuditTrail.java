package io.tallyport.persistence;

import static io.tallyport.persistence.schema.Tables.ACTIVITY_LOG;

import io.tallyport.core.history.AuditEntry;
import io.tallyport.core.history.AuditTrail;
import java.util.List;

/** The activity log as rows in the order of their number. */
final class JooqAuditTrail implements AuditTrail {

    private final Transactions transactions;

    JooqAuditTrail(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void record(AuditEntry entry) {
        transactions.run(
                "record activity",
                sql -> sql.insertInto(ACTIVITY_LOG)
                        .columns(
                                ACTIVITY_LOG.LOGGED_AT,
                                ACTIVITY_LOG.ACTOR,
                                ACTIVITY_LOG.ACTION,
                                ACTIVITY_LOG.SUBJECT,
                                ACTIVITY_LOG.DETAILS)
                        .values(entry.at(), entry.actor(), entry.action(), entry.subject(), entry.details())
                        .execute());
    }

    @Override
    public List<AuditEntry> recent(int limit) {
        return transactions.call(
                "read activity",
                sql -> sql.selectFrom(ACTIVITY_LOG)
                        .orderBy(ACTIVITY_LOG.SEQ.desc())
                        .limit(limit)
                        .fetch(row -> new AuditEntry(
                                row.getLoggedAt(),
                                row.getActor(),
                                row.getAction(),
                                row.getSubject(),
                                row.getDetails())));
    }
}
