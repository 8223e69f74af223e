package io.tallyport.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.connection.Platform;
import io.tallyport.core.doctor.Finding;
import io.tallyport.core.doctor.Finding.Severity;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.SettableClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WebhookExaminerTest {

    private static final ConnectionId TILL = new ConnectionId("till");
    private static final URI ADDRESS = URI.create("https://hooks.example.org/webhooks/lightspeed-x/till?topic=t");

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-21T12:00:00Z"));
    private final InMemoryWantedHooks wanted = new InMemoryWantedHooks();
    private final InMemoryWebhooks webhooks = new InMemoryWebhooks();
    private final HookAccount account = new HookAccount();

    private List<Finding> findings() {
        return new WebhookExaminer(wanted, hook -> account, hook -> ADDRESS, webhooks, clock).examine();
    }

    private void want() {
        wanted.put(new WantedHook(TILL, "t", clock.instant(), Optional.empty()));
    }

    private void arrives(String body) {
        webhooks.store(List.of(new NewWebhook(
                TILL,
                new Platform("lightspeed-x"),
                "t",
                Optional.empty(),
                "",
                WebhookTrust.SIGNED,
                RawBody.of(body),
                clock.instant())));
    }

    @Test
    void aSubscriptionThatIsThereAndActiveIsNoFinding() {
        want();
        account.create("t", ADDRESS);

        assertThat(findings()).isEmpty();
    }

    @Test
    void aMissingOneAnInactiveOneAndASilentPlatformAreBroken() {
        want();
        account.all.add(new WebhookSubscription(new ExternalId("1"), "t", URI.create("https://elsewhere.test"), true));
        assertThat(findings()).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.BROKEN);
            assertThat(finding.about()).isEqualTo("webhook t of connection till");
            assertThat(finding.what()).contains("no such subscription", "2026-11-21T12:00:00Z");
        });
        account.all.add(new WebhookSubscription(new ExternalId("2"), "t", ADDRESS, false));
        assertThat(findings())
                .singleElement()
                .extracting(Finding::what)
                .asString()
                .contains("switched it off");
        account.failing = true;
        assertThat(findings())
                .singleElement()
                .extracting(Finding::what)
                .asString()
                .contains("gone (list)");
        assertThat(account.all).hasSize(2);
    }

    @Test
    void hooksThatNobodyWorksOnAreBrokenAfterAWhile() {
        arrives("1");
        assertThat(findings()).isEmpty();

        clock.advance(Duration.ofMinutes(16));

        assertThat(findings()).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.BROKEN);
            assertThat(finding.mend()).isEqualTo("tallyport queue work");
        });
    }
}
