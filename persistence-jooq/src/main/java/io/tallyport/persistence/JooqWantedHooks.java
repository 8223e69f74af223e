package io.tallyport.persistence;

import static io.tallyport.persistence.schema.Tables.WEBHOOK_WANTS;

import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.webhook.WantedHook;
import io.tallyport.core.webhook.WantedHooks;
import io.tallyport.persistence.schema.tables.records.WebhookWantsRecord;
import java.util.List;
import java.util.Optional;

/** Wanted subscriptions as rows. */
final class JooqWantedHooks implements WantedHooks {

    private final Transactions transactions;

    JooqWantedHooks(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void put(WantedHook hook) {
        WebhookWantsRecord row = new WebhookWantsRecord();
        row.setConnectionId(hook.connection().value());
        row.setTopic(hook.topic());
        row.setHealthyAt(hook.healthyAt());
        row.setGapFrom(hook.gapFrom().orElse(null));
        transactions.run("want webhook", sql -> Upserts.put(sql, row));
    }

    @Override
    public boolean remove(ConnectionId connection, String topic) {
        return transactions.call(
                        "want webhook no more",
                        sql -> sql.deleteFrom(WEBHOOK_WANTS)
                                .where(WEBHOOK_WANTS.CONNECTION_ID.eq(connection.value()))
                                .and(WEBHOOK_WANTS.TOPIC.eq(topic))
                                .execute())
                == 1;
    }

    @Override
    public List<WantedHook> all() {
        return transactions.call(
                "list wanted webhooks",
                sql -> sql.selectFrom(WEBHOOK_WANTS)
                        .orderBy(WEBHOOK_WANTS.CONNECTION_ID, WEBHOOK_WANTS.TOPIC)
                        .fetch(row -> new WantedHook(
                                new ConnectionId(row.getConnectionId()),
                                row.getTopic(),
                                row.getHealthyAt(),
                                Optional.ofNullable(row.get(WEBHOOK_WANTS.GAP_FROM)))));
    }
}
