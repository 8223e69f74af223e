package io.tallyport.core.webhook;

import io.tallyport.core.kernel.PortException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that every wanted subscription is there and active. One that is not is made again, and what may have been lost
 * meanwhile is polled: from when it was last seen well until it is again, no less and no more. That window is stored before
 * anything is mended, so a crash at any point polls it later.
 */
public final class RepairSubscriptions {

    private static final Logger LOG = LoggerFactory.getLogger(RepairSubscriptions.class);

    private final WantedHooks wanted;
    private final Function<WantedHook, WebhookSubscriptions> platforms;
    private final Function<WantedHook, URI> addresses;
    private final GapPoller poller;
    private final Clock clock;

    /**
     * Repairs by these means.
     *
     * @param platforms opens a connection's subscriptions
     * @param addresses where a hook's platform is to send it
     */
    public RepairSubscriptions(
            WantedHooks wanted,
            Function<WantedHook, WebhookSubscriptions> platforms,
            Function<WantedHook, URI> addresses,
            GapPoller poller,
            Clock clock) {
        this.wanted = wanted;
        this.platforms = platforms;
        this.addresses = addresses;
        this.poller = poller;
        this.clock = clock;
    }

    /** What a check found and did. */
    public enum Finding {
        HEALTHY,
        /** It was missing, and is there again. */
        CREATED,
        /** It was inactive, and is active again. */
        ACTIVATED,
        /** It is as it was; the next check tries again. */
        FAILED
    }

    /** One wanted hook and what became of it. */
    public record Repair(WantedHook hook, Finding finding, String message) {}

    /** Checks all of them; what fails with one hinders none behind it. */
    public List<Repair> repair() {
        List<Repair> repairs = new ArrayList<>();
        for (WantedHook hook : wanted.all()) {
            try {
                repairs.add(repaired(hook));
            } catch (PortException failure) {
                LOG.warn(
                        "the subscription of {} to {} is not mended: {}",
                        hook.connection(),
                        hook.topic(),
                        failure.describe());
                repairs.add(new Repair(hook, Finding.FAILED, failure.describe()));
            }
        }
        return repairs;
    }

    private Repair repaired(WantedHook hook) {
        WebhookSubscriptions platform = platforms.apply(hook);
        URI address = addresses.apply(hook);
        Instant seen = clock.instant();
        Optional<WebhookSubscription> there = platform.list().stream()
                .filter(known ->
                        known.topic().equals(hook.topic()) && known.address().equals(address))
                .findFirst();
        if (there.filter(WebhookSubscription::active).isPresent()) {
            return closed(hook, Finding.HEALTHY, seen);
        }
        WantedHook broken = hook.broken();
        wanted.put(broken);
        if (there.isPresent()) {
            platform.activate(there.get());
        } else {
            platform.create(hook.topic(), address);
        }
        LOG.warn(
                "the subscription of {} to {} was {}, and is mended",
                hook.connection(),
                hook.topic(),
                there.isPresent() ? "inactive" : "missing");
        return closed(broken, there.isPresent() ? Finding.ACTIVATED : Finding.CREATED, clock.instant());
    }

    /** Polls the gap, if there is one, and only then forgets it. */
    private Repair closed(WantedHook hook, Finding finding, Instant healthy) {
        hook.gapFrom().ifPresent(from -> poller.poll(hook.connection(), hook.topic(), from, healthy));
        WantedHook now = hook.healthy(healthy);
        wanted.put(now);
        String message = hook.gapFrom()
                .map(from -> "polled from " + from + " to " + healthy)
                .orElse("");
        return new Repair(now, finding, message);
    }
}
