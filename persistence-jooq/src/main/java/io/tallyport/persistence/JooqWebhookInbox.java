package io.tallyport.persistence;

import static io.tallyport.persistence.schema.Tables.WEBHOOKS;
import static io.tallyport.persistence.schema.Tables.WEBHOOK_BODIES;

import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.webhook.NewWebhook;
import io.tallyport.core.webhook.StoredWebhook;
import io.tallyport.core.webhook.WebhookEvent;
import io.tallyport.core.webhook.WebhookId;
import io.tallyport.core.webhook.WebhookInbox;
import io.tallyport.core.webhook.WebhookState;
import io.tallyport.core.webhook.WebhookVerdict;
import io.tallyport.persistence.schema.tables.records.WebhooksRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.InsertSetMoreStep;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/** Hooks as rows; the unique key sees to it that one that comes again is not stored again. */
final class JooqWebhookInbox implements WebhookInbox {

    private final Transactions transactions;

    JooqWebhookInbox(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<StoredWebhook> store(List<NewWebhook> hooks) {
        List<String> keys = hooks.stream().map(NewWebhook::uniqueKey).toList();
        // By key, so that two who store the same hooks wait for each other instead of deadlocking.
        TreeMap<String, NewWebhook> byKey = new TreeMap<>();
        for (int i = 0; i < hooks.size(); i++) {
            byKey.putIfAbsent(keys.get(i), hooks.get(i));
        }
        Map<String, Long> ids = transactions.call("store webhooks", sql -> {
            Map<String, Long> added = new HashMap<>();
            Chunks.of(List.copyOf(byKey.keySet())).forEach(part -> added.putAll(add(sql, part, byKey)));
            return added;
        });
        List<StoredWebhook> answers = new ArrayList<>();
        keys.forEach(key -> answers.add(Optional.ofNullable(ids.remove(key))
                .map(id -> StoredWebhook.added(new WebhookId(id)))
                .orElse(StoredWebhook.DUPLICATE)));
        return answers;
    }

    /** The ids of those that were not there, by their keys. */
    private static Map<String, Long> add(DSLContext sql, List<String> keys, Map<String, NewWebhook> hooks) {
        Set<String> there = new HashSet<>(sql.select(WEBHOOKS.UNIQUE_KEY)
                .from(WEBHOOKS)
                .where(Lookups.isOneOf(WEBHOOKS.UNIQUE_KEY, keys))
                .fetch(WEBHOOKS.UNIQUE_KEY));
        List<String> fresh = keys.stream().filter(key -> !there.contains(key)).toList();
        if (fresh.isEmpty()) {
            return Map.of();
        }
        Map<String, Long> ids = insert(sql, fresh, hooks);
        if (!ids.isEmpty()) {
            bodies(sql, ids, hooks);
        }
        return ids;
    }

    private static Map<String, Long> insert(DSLContext sql, List<String> keys, Map<String, NewWebhook> hooks) {
        try {
            return insertAll(sql, keys, hooks);
        } catch (DataAccessException failure) {
            if (!Failures.isDuplicate(failure)) {
                throw failure;
            }
        }
        // Somebody stored one of them this moment.
        Map<String, Long> ids = new HashMap<>();
        for (String key : keys) {
            try {
                ids.putAll(insertAll(sql, List.of(key), hooks));
            } catch (DataAccessException failure) {
                if (!Failures.isDuplicate(failure)) {
                    throw failure;
                }
            }
        }
        return ids;
    }

    private static Map<String, Long> insertAll(DSLContext sql, List<String> keys, Map<String, NewWebhook> hooks) {
        List<WebhooksRecord> rows = keys.stream()
                .flatMap(key -> Optional.ofNullable(hooks.get(key)).map(hook -> WebhookRows.row(hook, key)).stream())
                .toList();
        InsertSetMoreStep<WebhooksRecord> insert = sql.insertInto(WEBHOOKS).set(rows.get(0));
        for (WebhooksRecord row : rows.subList(1, rows.size())) {
            insert = insert.newRecord().set(row);
        }
        return insert.returningResult(WEBHOOKS.UNIQUE_KEY, WEBHOOKS.ID).fetchMap(WEBHOOKS.UNIQUE_KEY, WEBHOOKS.ID);
    }

    private static void bodies(DSLContext sql, Map<String, Long> ids, Map<String, NewWebhook> hooks) {
        var insert = sql.insertInto(WEBHOOK_BODIES, WEBHOOK_BODIES.WEBHOOK_ID, WEBHOOK_BODIES.BODY);
        for (Map.Entry<String, Long> id : ids.entrySet()) {
            NewWebhook hook = hooks.get(id.getKey());
            if (hook != null) {
                insert = insert.values(id.getValue(), hook.body().bytes());
            }
        }
        insert.execute();
    }

    @Override
    public List<WebhookEvent> pending(ConnectionId connection, Optional<WebhookId> after, int limit) {
        return transactions.call(
                "list pending webhooks",
                sql -> sql.selectFrom(WEBHOOKS)
                        .where(WEBHOOKS.CONNECTION_ID.eq(connection.value()))
                        .and(WEBHOOKS.STATE.eq(WebhookState.PENDING.name()))
                        .and(WEBHOOKS.ID.gt(after.map(WebhookId::value).orElse(0L)))
                        .orderBy(WEBHOOKS.ID)
                        .limit(limit)
                        .fetch(WebhookRows::event));
    }

    @Override
    public boolean settle(WebhookId id, WebhookVerdict verdict) {
        boolean settled = verdict.state().isSettled();
        // One with a delivery id stays unique by it; one without may come again once it is settled.
        Field<String> key = settled
                ? DSL.when(WEBHOOKS.DELIVERY_ID.isNull(), DSL.inline((String) null))
                        .otherwise(WEBHOOKS.UNIQUE_KEY)
                : WEBHOOKS.UNIQUE_KEY;
        return transactions.call(
                        "settle webhook",
                        sql -> sql.update(WEBHOOKS)
                                .set(WEBHOOKS.UNIQUE_KEY, key)
                                .set(WEBHOOKS.STATE, verdict.state().name())
                                .set(WEBHOOKS.ATTEMPTS, WEBHOOKS.ATTEMPTS.plus(1))
                                .set(WEBHOOKS.MESSAGE, WebhookRows.message(verdict.message()))
                                .set(WEBHOOKS.SETTLED_AT, settled ? verdict.at() : null)
                                .where(WEBHOOKS.ID.eq(id.value()))
                                .and(WEBHOOKS.STATE.eq(WebhookState.PENDING.name()))
                                .execute())
                == 1;
    }

    @Override
    public boolean replay(WebhookId id) {
        return transactions.call(
                        "replay webhook",
                        sql -> sql.update(WEBHOOKS)
                                .set(WEBHOOKS.STATE, WebhookState.PENDING.name())
                                .set(WEBHOOKS.ATTEMPTS, 0)
                                .setNull(WEBHOOKS.SETTLED_AT)
                                .where(WEBHOOKS.ID.eq(id.value()))
                                .and(WEBHOOKS.STATE.ne(WebhookState.PENDING.name()))
                                .execute())
                == 1;
    }
}
