package io.tallyport.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.inventory.schedule.StockCycle;
import io.tallyport.core.job.JobCodec;
import io.tallyport.core.job.Nothing;
import io.tallyport.core.purchasing.PurchaseOrderSync;
import io.tallyport.core.purchasing.receiving.PurchaseOrderPoll;
import io.tallyport.core.webhook.WebhookDrain;
import io.tallyport.runtime.queue.JsonJobCodec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * The payloads of our own job types as they are stored, each version in a file that is never edited: what is enqueued
 * today is read by every later program.
 */
class PayloadsTest {

    private static String golden(String name) {
        try (InputStream file =
                Objects.requireNonNull(PayloadsTest.class.getResourceAsStream("/payloads/" + name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException failed) {
            throw new AssertionError(name, failed);
        }
    }

    private static <T> void assertKept(JobCodec<T> codec, T payload, int version, String file) {
        assertThat(codec.encode(payload)).isEqualTo(golden(file));
        assertThat(codec.decode(version, golden(file))).isEqualTo(payload);
    }

    @Test
    void stockCycleVersion1() {
        assertKept(QueueModule.STOCK_CYCLES, new StockCycle("main", true), 1, "stock-cycle-1.json");
    }

    @Test
    void purchaseOrderSyncVersion1() {
        assertKept(PurchasingModule.SYNCS, new PurchaseOrderSync("PO-2025-001"), 1, "purchase-order-sync-1.json");
    }

    @Test
    void historyPruneAndQueuePruneVersion1() {
        assertKept(JsonJobCodec.of(Nothing.class, 1), new Nothing(), 1, "history-prune-1.json");
        assertKept(JsonJobCodec.of(Nothing.class, 1), new Nothing(), 1, "queue-prune-1.json");
    }

    @Test
    void purchaseOrderPollVersion1() {
        assertKept(PurchasingModule.POLLS, new PurchaseOrderPoll("till"), 1, "purchase-order-poll-1.json");
    }

    @Test
    void webhookJobsVersion1() {
        assertKept(JsonJobCodec.of(WebhookDrain.class, 1), new WebhookDrain("till"), 1, "webhook-drain-1.json");
        assertKept(JsonJobCodec.of(Nothing.class, 1), new Nothing(), 1, "webhook-prune-1.json");
        assertKept(JsonJobCodec.of(Nothing.class, 1), new Nothing(), 1, "webhook-repair-1.json");
    }
}
