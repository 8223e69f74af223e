package io.tallyport.persistence;

import static io.tallyport.persistence.schema.Tables.RUNS;
import static io.tallyport.persistence.schema.Tables.RUN_COUNTS;

import io.tallyport.core.history.Run;
import io.tallyport.core.history.RunId;
import io.tallyport.core.history.RunState;
import io.tallyport.core.history.RunStore;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.persistence.schema.tables.records.RunsRecord;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/** Runs, with their counts in rows of their own. */
final class JooqRunStore implements RunStore {

    private final Transactions transactions;

    JooqRunStore(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void save(Run run) {
        transactions.run("save run", sql -> {
            Upserts.put(sql, row(run));
            String id = run.id().value();
            sql.deleteFrom(RUN_COUNTS).where(RUN_COUNTS.RUN_ID.eq(id)).execute();
            run.counts()
                    .forEach((name, rows) ->
                            sql.insertInto(RUN_COUNTS).values(id, name, rows).execute());
        });
    }

    @Override
    public Optional<Run> find(RunId id) {
        return transactions.call(
                "find run",
                sql -> sql.selectFrom(RUNS).where(RUNS.ID.eq(id.value())).fetchOptional(row -> run(sql, row)));
    }

    @Override
    public List<Run> recent(int limit) {
        return transactions.call(
                "list runs",
                sql ->
                        sql
                                .selectFrom(RUNS)
                                .orderBy(RUNS.STARTED_AT.desc(), RUNS.SEQ.desc())
                                .limit(limit)
                                .fetch()
                                .stream()
                                .map(row -> run(sql, row))
                                .toList());
    }

    /** All but {@code seq}, which the database gives and keeps. */
    private static RunsRecord row(Run run) {
        RunsRecord row = new RunsRecord();
        row.setId(run.id().value());
        row.setKind(run.kind());
        row.setRouteId(run.route().value());
        row.setPlanId(run.plan().orElse(null));
        row.setActor(run.actor());
        row.setStartedAt(run.started());
        row.setEndedAt(run.ended().orElse(null));
        row.setState(run.state().name());
        row.setMessage(run.message());
        return row;
    }

    private static Run run(DSLContext sql, RunsRecord row) {
        return new Run(
                new RunId(row.getId()),
                row.getKind(),
                new RouteId(row.getRouteId()),
                Optional.ofNullable(row.getPlanId()),
                row.getActor(),
                row.getStartedAt(),
                Optional.ofNullable(row.getEndedAt()),
                RunState.valueOf(row.getState()),
                sql.selectFrom(RUN_COUNTS)
                        .where(RUN_COUNTS.RUN_ID.eq(row.getId()))
                        .fetchMap(RUN_COUNTS.NAME, RUN_COUNTS.ROW_COUNT),
                row.getMessage());
    }
}
