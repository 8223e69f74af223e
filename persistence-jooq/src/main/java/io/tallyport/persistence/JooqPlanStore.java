package io.tallyport.persistence;

import static io.tallyport.persistence.schema.Tables.PLANS;

import io.tallyport.core.connection.Environment;
import io.tallyport.core.inventory.PlanId;
import io.tallyport.core.inventory.PlanRecord;
import io.tallyport.core.inventory.PlanState;
import io.tallyport.core.inventory.PlanStore;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.persistence.schema.tables.records.PlansRecord;
import java.util.List;
import java.util.Optional;

/** Plans as rows; a guarded UPDATE changes one. */
final class JooqPlanStore implements PlanStore {

    private static final String ADD = "add plan";

    private final Transactions transactions;

    JooqPlanStore(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void add(PlanRecord plan) {
        transactions.run(ADD, sql -> {
            if (!Upserts.add(sql.insertInto(PLANS).set(row(plan)))) {
                throw new PortException.Conflict(FailureContext.of(ADD), "there is a plan " + plan.id() + " already");
            }
        });
    }

    @Override
    public Optional<PlanRecord> find(PlanId id) {
        return transactions.call(
                "find plan",
                sql -> sql.selectFrom(PLANS).where(PLANS.ID.eq(id.value())).fetchOptional(JooqPlanStore::plan));
    }

    @Override
    public boolean change(PlanRecord expected, PlanRecord wanted) {
        return transactions.call(
                "change plan",
                sql -> sql.update(PLANS)
                                .set(PLANS.HASH, wanted.hash())
                                .set(PLANS.STATE, wanted.state().name())
                                .where(PLANS.ID.eq(expected.id().value()))
                                .and(PLANS.HASH.eq(expected.hash()))
                                .and(PLANS.STATE.eq(expected.state().name()))
                                .execute()
                        == 1);
    }

    @Override
    public List<PlanRecord> recent(int limit) {
        return transactions.call(
                "list plans",
                sql -> sql.selectFrom(PLANS)
                        .orderBy(PLANS.CREATED_AT.desc(), PLANS.SEQ.desc())
                        .limit(limit)
                        .fetch(JooqPlanStore::plan));
    }

    /** All but {@code seq}, which the database gives. */
    private static PlansRecord row(PlanRecord plan) {
        PlansRecord row = new PlansRecord();
        row.setId(plan.id().value());
        row.setRouteId(plan.route().value());
        row.setEnvironment(plan.environment().name());
        row.setHash(plan.hash());
        row.setState(plan.state().name());
        row.setCreatedAt(plan.created());
        row.setExpiresAt(plan.expires());
        row.setFilePath(plan.file());
        row.setRowCount(plan.rows());
        return row;
    }

    static PlanRecord plan(PlansRecord row) {
        return new PlanRecord(
                new PlanId(row.getId()),
                new RouteId(row.getRouteId()),
                Environment.valueOf(row.getEnvironment()),
                row.getHash(),
                PlanState.valueOf(row.getState()),
                row.getCreatedAt(),
                row.getExpiresAt(),
                row.getFilePath(),
                row.getRowCount());
    }
}
