package io.tallyport.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.job.Job;
import io.tallyport.core.job.JobFilter;
import io.tallyport.core.job.JobState;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DrainWebhooksTest {

    private static final WebhookHandlers.Topic SEND = new WebhookHandlers.Topic(HookHouse.X, "consignment.send");

    private final HookHouse house = new HookHouse();
    private final List<String> seen = new ArrayList<>();

    private Map<WebhookState, Long> counts() {
        return house.webhooks.counts();
    }

    private Job job() {
        return house.jobs
                .history()
                .list(JobFilter.ALL, Optional.empty(), 9)
                .items()
                .get(0);
    }

    private WebhookHandlers handling(WebhookHandler handler) {
        return WebhookHandlers.NONE.with(SEND, handler);
    }

    @Test
    void allThatIsPendingIsWorkedOnInItsOrder() {
        for (int i = 0; i < 250; i++) {
            house.store("consignment.send", "n" + i);
        }
        house.store("sale.update", "x");

        assertThat(house.worker(handling((event, body) -> seen.add(body.text())))
                        .runDue())
                .isOne();

        assertThat(seen).hasSize(250).startsWith("n0", "n1").endsWith("n249");
        assertThat(counts()).isEqualTo(Map.of(WebhookState.PROCESSED, 250L, WebhookState.IGNORED, 1L));
        assertThat(job().output()).contains("250 processed, 1 ignored, 0 set aside, 0 to be tried again");
    }

    @Test
    void aBadHookStopsNoneBehindItAndIsTriedAgain() {
        house.store("consignment.send", "bad");
        house.store("consignment.send", "good");
        WebhookHandler handler = (event, body) -> {
            seen.add(body.text());
            if (body.text().equals("bad") && seen.size() < 3) {
                throw new IllegalStateException("oops");
            }
        };

        house.worker(handling(handler)).runDue();

        assertThat(seen).containsExactly("bad", "good");
        assertThat(counts()).isEqualTo(Map.of(WebhookState.PENDING, 1L, WebhookState.PROCESSED, 1L));
        assertThat(job().state()).isEqualTo(JobState.FAILED);
        assertThat(job().message()).contains("1 to be tried again; first 1:", "oops");

        house.clock.set(house.clock.instant().plusSeconds(120));
        house.worker(handling(handler)).runDue();

        assertThat(counts()).isEqualTo(Map.of(WebhookState.PROCESSED, 2L));
    }

    @Test
    void whatIsHopelessIsSetAsideAtOnceAndWhatFailsTooOftenThen() {
        house.settings = new WebhookSettings(1000, 200, Duration.ofSeconds(60), 2, Duration.ofDays(1));
        house.store("consignment.send", "hopeless");
        house.store("consignment.send", "slow");
        WebhookHandler handler = (event, body) -> {
            if (body.text().equals("hopeless")) {
                throw new PortException.Rejected(FailureContext.of("fetch"), "no such consignment");
            }
            throw new PortException.Transient(FailureContext.of("fetch"), "busy", null);
        };

        house.worker(handling(handler)).runDue();
        assertThat(counts()).isEqualTo(Map.of(WebhookState.PENDING, 1L, WebhookState.FAILED, 1L));

        house.clock.set(house.clock.instant().plusSeconds(120));
        house.worker(handling(handler)).runDue();
        assertThat(counts()).isEqualTo(Map.of(WebhookState.FAILED, 2L));
        assertThat(house.webhooks.list(WebhookFilter.ALL, Optional.empty(), 9).items())
                .allMatch(event -> event.message().contains("fetch"));
    }

    @Test
    void aReplayedHookIsWorkedOnAgainAndInTheAuditTrail() {
        house.store("consignment.send", "n");
        house.worker(handling((event, body) -> seen.add("first"))).runDue();
        ReplayWebhook replay = new ReplayWebhook(
                house.webhooks, house.webhooks, house.drains, house.audit, house.unitOfWork, house.signal, house.clock);

        WebhookEvent event = replay.replay(new WebhookId(1), "owner");
        assertThat(event.state()).isEqualTo(WebhookState.PENDING);
        assertThatThrownBy(() -> replay.replay(new WebhookId(1), "owner"))
                .isInstanceOf(PortException.Rejected.class)
                .hasMessageContaining("pending");
        assertThatThrownBy(() -> replay.replay(new WebhookId(9), "owner"))
                .isInstanceOf(PortException.Rejected.class)
                .hasMessageContaining("no webhook event 9");

        house.worker(handling((again, body) -> seen.add("second"))).runDue();
        assertThat(seen).containsExactly("first", "second");
        assertThat(house.audit.recent(9))
                .singleElement()
                .matches(entry -> entry.actor().equals("owner"));
    }

    @Test
    void aTopicHasOneHandler() {
        WebhookHandlers handlers = handling((event, body) -> {});
        assertThatThrownBy(() -> handlers.withDirect(SEND, (event, body) -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lightspeed-x consignment.send has a handler already");
        assertThat(handlers.topics()).containsExactly(SEND);
    }
}
