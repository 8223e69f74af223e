package io.tallyport.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.SettableClock;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RepairSubscriptionsTest {

    private static final ConnectionId TILL = new ConnectionId("till");
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final URI ADDRESS = URI.create("https://hooks.example.org/webhooks/lightspeed-x/till?topic=t");

    private final SettableClock clock = new SettableClock(NOON);
    private final InMemoryWantedHooks wanted = new InMemoryWantedHooks();
    private final HookAccount account = new HookAccount();
    private final List<String> polled = new ArrayList<>();
    private boolean pollingFails;

    private RepairSubscriptions.Repair repair() {
        GapPoller poller = (connection, topic, from, to) -> {
            if (pollingFails) {
                throw new PortException.Transient(FailureContext.of("poll"), "busy", null);
            }
            polled.add(topic + " " + from + " " + to);
        };
        return new RepairSubscriptions(wanted, hook -> account, hook -> ADDRESS, poller, clock)
                .repair()
                .get(0);
    }

    private void want() {
        wanted.put(new WantedHook(TILL, "t", NOON, Optional.empty()));
    }

    private void at(int second) {
        clock.set(NOON.plusSeconds(second));
    }

    @Test
    void aHealthySubscriptionIsNotedAndNothingPolled() {
        want();
        account.all.add(new WebhookSubscription(new ExternalId("1"), "t", ADDRESS, true));
        at(60);
        assertThat(repair().finding()).isEqualTo(RepairSubscriptions.Finding.HEALTHY);
        assertThat(wanted.all().get(0).healthyAt()).isEqualTo(NOON.plusSeconds(60));
        assertThat(polled).isEmpty();
    }

    @Test
    void aMissingOneIsMadeAndExactlyTheLostWindowIsPolled() {
        want();
        account.all.add(new WebhookSubscription(new ExternalId("1"), "t", URI.create("https://elsewhere.test"), true));
        at(60);
        assertThat(repair().finding()).isEqualTo(RepairSubscriptions.Finding.CREATED);
        assertThat(polled).containsExactly("t 2026-11-21T12:00:00Z 2026-11-21T12:01:00Z");
        at(120);
        assertThat(repair().finding()).isEqualTo(RepairSubscriptions.Finding.HEALTHY);
        assertThat(polled).hasSize(1);
    }

    @Test
    void anInactiveOneIsMadeActiveAgain() {
        want();
        account.all.add(new WebhookSubscription(new ExternalId("1"), "t", ADDRESS, false));
        at(60);
        assertThat(repair().finding()).isEqualTo(RepairSubscriptions.Finding.ACTIVATED);
        assertThat(account.all).hasSize(1).allMatch(WebhookSubscription::active);
        assertThat(polled).hasSize(1);
    }

    @Test
    void aWindowThatCouldNotBePolledIsPolledLaterFromItsBeginning() {
        want();
        pollingFails = true;
        at(60);
        assertThat(repair().finding()).isEqualTo(RepairSubscriptions.Finding.FAILED);
        assertThat(account.all).hasSize(1);
        pollingFails = false;
        at(120);
        assertThat(repair().finding()).isEqualTo(RepairSubscriptions.Finding.HEALTHY);
        assertThat(polled).containsExactly("t 2026-11-21T12:00:00Z 2026-11-21T12:02:00Z");
        assertThat(wanted.all().get(0).gapFrom()).isEmpty();
    }

    @Test
    void aPlatformThatDoesNotAnswerLosesNoGap() {
        want();
        account.failing = true;
        at(60);
        RepairSubscriptions.Repair repair = repair();
        assertThat(repair.finding()).isEqualTo(RepairSubscriptions.Finding.FAILED);
        assertThat(repair.message()).contains("list");
        account.failing = false;
        at(120);
        repair();
        assertThat(polled).containsExactly("t 2026-11-21T12:00:00Z 2026-11-21T12:02:00Z");
    }
}
