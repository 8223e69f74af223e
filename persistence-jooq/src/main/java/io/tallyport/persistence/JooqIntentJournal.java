package io.tallyport.persistence;

import static io.tallyport.persistence.schema.Tables.INTENTS;

import io.tallyport.core.intent.Intent;
import io.tallyport.core.intent.IntentJournal;
import io.tallyport.core.intent.IntentState;
import io.tallyport.core.intent.UnsettledIntents;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import io.tallyport.persistence.schema.tables.records.IntentsRecord;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Intents as rows; a guarded UPDATE settles one. */
final class JooqIntentJournal implements IntentJournal, UnsettledIntents {

    private static final String RECORD = "record intent";
    static final List<String> OPEN = Arrays.stream(IntentState.values())
            .filter(IntentState::isOpen)
            .map(IntentState::name)
            .toList();

    private final Transactions transactions;

    JooqIntentJournal(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void record(Intent intent) {
        transactions.run(RECORD, sql -> {
            if (!Upserts.add(sql.insertInto(INTENTS).set(row(intent)))) {
                throw new PortException.Conflict(
                        FailureContext.of(RECORD), "there is an intent " + intent.id() + " already");
            }
        });
    }

    @Override
    public boolean settle(String intentId, IntentState outcome, String detail) {
        return transactions.call(
                "settle intent",
                sql -> sql.update(INTENTS)
                                .set(INTENTS.STATE, outcome.name())
                                .set(INTENTS.DETAIL, detail)
                                .where(INTENTS.ID.eq(intentId))
                                .and(INTENTS.STATE.in(OPEN))
                                .execute()
                        == 1);
    }

    @Override
    public Optional<Intent> find(String intentId) {
        return transactions.call(
                "find intent",
                sql -> sql.selectFrom(INTENTS).where(INTENTS.ID.eq(intentId)).fetchOptional(JooqIntentJournal::intent));
    }

    @Override
    public List<Intent> ofOwner(String owner) {
        return transactions.call(
                "list intents",
                sql -> sql.selectFrom(INTENTS)
                        .where(INTENTS.OWNER.eq(owner))
                        .orderBy(INTENTS.CHUNK_NO, INTENTS.GENERATION)
                        .fetch(JooqIntentJournal::intent));
    }

    @Override
    public List<Intent> of(ConnectionId connection, int limit) {
        return transactions.call(
                "list open intents",
                sql -> sql.selectFrom(INTENTS)
                        .where(INTENTS.STATE.in(OPEN))
                        .and(INTENTS.CONNECTION_ID.eq(connection.value()))
                        .orderBy(INTENTS.RECORDED_AT, INTENTS.ID)
                        .limit(limit)
                        .fetch(JooqIntentJournal::intent));
    }

    private static IntentsRecord row(Intent intent) {
        return new IntentsRecord(
                intent.id(),
                intent.owner(),
                intent.chunk(),
                intent.generation(),
                intent.run(),
                intent.connection().value(),
                intent.operation(),
                intent.payload(),
                intent.key(),
                intent.recordedAt(),
                intent.state().name(),
                intent.detail());
    }

    private static Intent intent(IntentsRecord row) {
        return new Intent(
                row.getId(),
                row.getOwner(),
                row.getChunkNo(),
                row.getGeneration(),
                row.getRunId(),
                new ConnectionId(row.getConnectionId()),
                row.getOperation(),
                row.getPayload(),
                row.getIdempotencyKey(),
                row.getRecordedAt(),
                IntentState.valueOf(row.getState()),
                row.getDetail());
    }
}
