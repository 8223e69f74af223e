package io.tallyport.persistence;

import static io.tallyport.persistence.schema.Tables.WEBHOOKS;
import static io.tallyport.persistence.schema.Tables.WEBHOOK_BODIES;

import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.Page;
import io.tallyport.core.webhook.RawBody;
import io.tallyport.core.webhook.WebhookArchive;
import io.tallyport.core.webhook.WebhookEvent;
import io.tallyport.core.webhook.WebhookFilter;
import io.tallyport.core.webhook.WebhookId;
import io.tallyport.core.webhook.WebhookState;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** Shows hooks and removes old ones. */
final class JooqWebhookArchive implements WebhookArchive {

    private final Transactions transactions;

    JooqWebhookArchive(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<WebhookEvent> find(WebhookId id) {
        return transactions.call(
                "find webhook",
                sql -> sql.selectFrom(WEBHOOKS)
                        .where(WEBHOOKS.ID.eq(id.value()))
                        .fetchOptional(WebhookRows::event));
    }

    @Override
    public Optional<RawBody> body(WebhookId id) {
        return transactions.call(
                "read webhook",
                sql -> sql.select(WEBHOOK_BODIES.BODY)
                        .from(WEBHOOK_BODIES)
                        .where(WEBHOOK_BODIES.WEBHOOK_ID.eq(id.value()))
                        .fetchOptional(WEBHOOK_BODIES.BODY)
                        .map(RawBody::of));
    }

    @Override
    public Page<WebhookEvent> list(WebhookFilter filter, Optional<Cursor> after, int limit) {
        List<WebhookEvent> found = transactions.call(
                "list webhooks",
                sql -> sql.selectFrom(WEBHOOKS)
                        .where(condition(filter))
                        .and(after.map(cursor -> WEBHOOKS.ID.lt(number(cursor))).orElse(DSL.noCondition()))
                        .orderBy(WEBHOOKS.ID.desc())
                        .limit(limit + 1)
                        .fetch(WebhookRows::event));
        if (found.size() <= limit) {
            return Page.last(found);
        }
        List<WebhookEvent> page = found.subList(0, limit);
        return Page.withNext(page, new Cursor(page.get(limit - 1).id().toString()));
    }

    private static long number(Cursor cursor) {
        try {
            return Long.parseLong(cursor.value());
        } catch (NumberFormatException notOurs) {
            throw new IllegalArgumentException(
                    "\"" + cursor.value() + "\" is no cursor of a list of webhooks", notOurs);
        }
    }

    private static Condition condition(WebhookFilter filter) {
        Condition connection = filter.connection()
                .map(id -> WEBHOOKS.CONNECTION_ID.eq(id.value()))
                .orElse(DSL.noCondition());
        Condition state =
                filter.state().map(wanted -> WEBHOOKS.STATE.eq(wanted.name())).orElse(DSL.noCondition());
        return connection.and(state).and(filter.topic().map(WEBHOOKS.TOPIC::eq).orElse(DSL.noCondition()));
    }

    @Override
    public Map<WebhookState, Long> counts() {
        return transactions.call("count webhooks", sql -> {
            Map<WebhookState, Long> counts = new EnumMap<>(WebhookState.class);
            sql.select(WEBHOOKS.STATE, DSL.count())
                    .from(WEBHOOKS)
                    .groupBy(WEBHOOKS.STATE)
                    .forEach(row -> counts.put(
                            WebhookState.valueOf(row.value1()), row.value2().longValue()));
            return counts;
        });
    }

    @Override
    public int prune(Instant before, int limit) {
        return transactions.call("prune webhooks", sql -> {
            List<Long> ids = sql.select(WEBHOOKS.ID)
                    .from(WEBHOOKS)
                    .where(WEBHOOKS.SETTLED_AT.lt(before))
                    .orderBy(WEBHOOKS.SETTLED_AT, WEBHOOKS.ID)
                    .limit(limit)
                    .fetch(WEBHOOKS.ID);
            if (ids.isEmpty()) {
                return 0;
            }
            // A replay between the two statements wins: only what is still settled goes.
            int removed = sql.deleteFrom(WEBHOOKS)
                    .where(Lookups.isOneOf(WEBHOOKS.ID, ids))
                    .and(WEBHOOKS.SETTLED_AT.lt(before))
                    .execute();
            sql.deleteFrom(WEBHOOK_BODIES)
                    .where(Lookups.isOneOf(WEBHOOK_BODIES.WEBHOOK_ID, ids))
                    .andNotExists(sql.selectOne().from(WEBHOOKS).where(WEBHOOKS.ID.eq(WEBHOOK_BODIES.WEBHOOK_ID)))
                    .execute();
            return removed;
        });
    }
}
