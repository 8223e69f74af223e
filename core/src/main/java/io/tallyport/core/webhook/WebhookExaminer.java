package io.tallyport.core.webhook;

import io.tallyport.core.doctor.Examiner;
import io.tallyport.core.doctor.Finding;
import io.tallyport.core.doctor.Finding.Severity;
import io.tallyport.core.kernel.PortException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Examines the webhooks: whether each wanted subscription is there and active, whether what came is worked on. */
public final class WebhookExaminer implements Examiner {

    private static final String REPAIR = "tallyport schedule list shows whether webhook-repair runs; "
            + "tallyport webhook list shows what the platform has";

    /** Longer than any drain takes to begin. */
    private static final Duration WAITING = Duration.ofMinutes(15);

    private final WantedHooks wanted;
    private final Function<WantedHook, WebhookSubscriptions> platforms;
    private final Function<WantedHook, URI> addresses;
    private final WebhookArchive archive;
    private final Clock clock;

    /**
     * Examines by these means.
     *
     * @param platforms opens a connection's subscriptions
     * @param addresses where a hook's platform is to send it
     */
    public WebhookExaminer(
            WantedHooks wanted,
            Function<WantedHook, WebhookSubscriptions> platforms,
            Function<WantedHook, URI> addresses,
            WebhookArchive archive,
            Clock clock) {
        this.wanted = wanted;
        this.platforms = platforms;
        this.addresses = addresses;
        this.archive = archive;
        this.clock = clock;
    }

    @Override
    public List<Finding> examine() {
        List<Finding> findings = new ArrayList<>();
        wanted.all().forEach(hook -> subscription(hook).ifPresent(findings::add));
        long failed = archive.counts().getOrDefault(WebhookState.FAILED, 0L);
        if (failed > 0) {
            findings.add(new Finding(
                    Severity.SOON,
                    "webhooks",
                    failed + " were set aside after their last try",
                    "tallyport webhook events --state failed, then tallyport webhook replay ID"));
        }
        pending().ifPresent(findings::add);
        return findings;
    }

    private Optional<Finding> subscription(WantedHook hook) {
        String about = "webhook " + hook.topic() + " of connection " + hook.connection();
        try {
            URI address = addresses.apply(hook);
            Optional<WebhookSubscription> there = platforms.apply(hook).list().stream()
                    .filter(known -> known.topic().equals(hook.topic())
                            && known.address().equals(address))
                    .findFirst();
            if (there.filter(WebhookSubscription::active).isPresent()) {
                return Optional.empty();
            }
            String what =
                    (there.isPresent() ? "the platform has switched it off" : "the platform has no such subscription")
                            + "; it was well at " + hook.healthyAt().truncatedTo(ChronoUnit.SECONDS);
            return Optional.of(new Finding(Severity.BROKEN, about, what, REPAIR));
        } catch (PortException failed) {
            return Optional.of(new Finding(Severity.BROKEN, about, failed.describe(), REPAIR));
        }
    }

    /** The newest ones come first in a list, so the oldest of one page is looked at: enough to tell a drain from none. */
    private Optional<Finding> pending() {
        long count = archive.counts().getOrDefault(WebhookState.PENDING, 0L);
        if (count == 0) {
            return Optional.empty();
        }
        Instant early = clock.instant().minus(WAITING);
        boolean waits = archive.list(WebhookFilter.ALL.in(WebhookState.PENDING), Optional.empty(), 100).items().stream()
                .anyMatch(event -> event.receivedAt().isBefore(early));
        return waits
                ? Optional.of(new Finding(
                        Severity.BROKEN,
                        "webhooks",
                        count + " wait to be worked on, one of them for longer than " + WAITING.toMinutes()
                                + " minutes",
                        "tallyport queue work"))
                : Optional.empty();
    }
}
