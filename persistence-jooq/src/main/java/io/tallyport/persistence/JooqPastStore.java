package io.tallyport.persistence;

import static io.tallyport.persistence.schema.Tables.API_LOG;
import static io.tallyport.persistence.schema.Tables.CONFLICTS;
import static io.tallyport.persistence.schema.Tables.INTENTS;
import static io.tallyport.persistence.schema.Tables.PLANS;
import static io.tallyport.persistence.schema.Tables.PRE_IMAGES;
import static io.tallyport.persistence.schema.Tables.RUNS;
import static io.tallyport.persistence.schema.Tables.SYNC_LOG;

import io.tallyport.core.history.RunState;
import io.tallyport.core.inventory.Past;
import io.tallyport.core.inventory.PastStore;
import io.tallyport.core.inventory.PlanRecord;
import io.tallyport.core.inventory.PlanState;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/** What is past as rows. Ids are looked up first, since MariaDB takes no limit in a subselect of a DELETE. */
final class JooqPastStore implements PastStore {

    private static final List<String> ENDED =
            List.of(RunState.COMPLETED.name(), RunState.PARTIAL.name(), RunState.FAILED.name());

    private static final List<String> NOT_APPLYING =
            List.of(PlanState.READY.name(), PlanState.HELD.name(), PlanState.APPLIED.name());

    private final Transactions transactions;

    JooqPastStore(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public long count(Past what, Instant before) {
        return transactions.call("count history", sql -> switch (what) {
            case API_LOG -> count(sql, API_LOG, API_LOG.CALLED_AT.lt(before));
            case SYNC_LOG -> count(sql, SYNC_LOG, SYNC_LOG.LOGGED_AT.lt(before));
            case INTENTS -> count(sql, INTENTS, settled(before));
            case PRE_IMAGES ->
                count(sql, PRE_IMAGES.join(INTENTS).on(INTENTS.ID.eq(PRE_IMAGES.INTENT_ID)), settled(before));
            case RUNS -> count(sql, RUNS, ended(before));
            case PLANS -> count(sql, PLANS, finished(before));
            case CONFLICTS -> count(sql, CONFLICTS, CONFLICTS.CLOSED_AT.lt(before));
        });
    }

    private static long count(DSLContext sql, Table<?> table, Condition which) {
        return sql.select(DSL.count()).from(table).where(which).fetchSingle().value1();
    }

    private static Condition settled(Instant before) {
        return INTENTS.RECORDED_AT.lt(before).and(INTENTS.STATE.notIn(JooqIntentJournal.OPEN));
    }

    private static Condition ended(Instant before) {
        return RUNS.STARTED_AT.lt(before).and(RUNS.STATE.in(ENDED));
    }

    private static Condition finished(Instant before) {
        return PLANS.CREATED_AT.lt(before).and(PLANS.STATE.in(NOT_APPLYING));
    }

    @Override
    public int remove(Past what, Instant before, int most) {
        return transactions.call("prune history", sql -> switch (what) {
            case API_LOG -> remove(sql, API_LOG, API_LOG.SEQ, API_LOG.CALLED_AT, API_LOG.CALLED_AT.lt(before), most);
            case SYNC_LOG ->
                remove(sql, SYNC_LOG, SYNC_LOG.SEQ, SYNC_LOG.LOGGED_AT, SYNC_LOG.LOGGED_AT.lt(before), most);
            case INTENTS -> intents(sql, before, most);
            case PRE_IMAGES -> 0;
            case RUNS -> remove(sql, RUNS, RUNS.ID, RUNS.STARTED_AT, ended(before), most);
            case PLANS -> remove(sql, PLANS, PLANS.ID, PLANS.CREATED_AT, finished(before), most);
            case CONFLICTS ->
                remove(sql, CONFLICTS, CONFLICTS.ID, CONFLICTS.CLOSED_AT, CONFLICTS.CLOSED_AT.lt(before), most);
        });
    }

    private static <R extends Record, K extends Comparable<K>> int remove(
            DSLContext sql, Table<R> table, TableField<R, K> key, Field<Instant> age, Condition which, int most) {
        return delete(sql, table, key, oldest(sql, table, key, age, which, most));
    }

    private static <R extends Record, K extends Comparable<K>> List<K> oldest(
            DSLContext sql, Table<R> table, TableField<R, K> key, Field<Instant> age, Condition which, int most) {
        return sql.select(key).from(table).where(which).orderBy(age, key).limit(most).fetch(key).stream()
                .sorted()
                .toList();
    }

    private static <R extends Record, K extends Comparable<K>> int delete(
            DSLContext sql, Table<R> table, Field<K> key, List<K> keys) {
        return Chunks.of(keys)
                .mapToInt(part ->
                        sql.deleteFrom(table).where(Lookups.isOneOf(key, part)).execute())
                .sum();
    }

    private static int intents(DSLContext sql, Instant before, int most) {
        List<String> ids = oldest(sql, INTENTS, INTENTS.ID, INTENTS.RECORDED_AT, settled(before), most);
        int unused = delete(sql, PRE_IMAGES, PRE_IMAGES.INTENT_ID, ids);
        return delete(sql, INTENTS, INTENTS.ID, ids);
    }

    @Override
    public List<PlanRecord> oldestPlans(Instant before, int most) {
        return transactions.call(
                "list plans",
                sql -> sql.selectFrom(PLANS)
                        .where(finished(before))
                        .orderBy(PLANS.CREATED_AT, PLANS.ID)
                        .limit(most)
                        .fetch(JooqPlanStore::plan));
    }
}
