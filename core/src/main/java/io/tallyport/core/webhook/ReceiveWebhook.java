package io.tallyport.core.webhook;

import io.tallyport.core.connection.Platform;
import io.tallyport.core.job.JobSignal;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.UnitOfWork;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a hook in: checks it, stores it as it came together with the job that will work on it, and answers. It returns once
 * both are committed, and does nothing else: no handler runs before the answer, nothing remote is called.
 *
 * <p>A hook with a right signature is stored whatever the rate. Only what is unsigned or wrongly signed is limited. A storage
 * that cannot is answered as {@link WebhookAnswer#UNAVAILABLE}, so that the platform sends the hook again. Thread-safe.
 */
public final class ReceiveWebhook {

    private static final Logger LOG = LoggerFactory.getLogger(ReceiveWebhook.class);
    private static final Pattern TOPIC = Pattern.compile("[\\x21-\\x7e]{1,100}");
    private static final Pattern DELIVERY = Pattern.compile("[\\x20-\\x7e]{1,200}");
    private static final Pattern CONNECTION = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final int CONTENT_TYPE = 200;

    /** The topic of a hook that does not say what it is about. */
    public static final String UNKNOWN_TOPIC = "unknown";

    private final HookDoors doors;
    private final WebhookInbox inbox;
    private final WebhookDrains drains;
    private final DirectWebhooks direct;
    private final JobSignal signal;
    private final UnitOfWork unitOfWork;
    private final WebhookSettings settings;
    private final Clock clock;
    private final RefusalLimit refusals;
    private final IntakeLine line;

    /** @param signal wakes this process' workers once a hook is committed */
    public ReceiveWebhook(
            HookDoors doors,
            WebhookInbox inbox,
            WebhookDrains drains,
            DirectWebhooks direct,
            JobSignal signal,
            UnitOfWork unitOfWork,
            WebhookSettings settings,
            Clock clock) {
        this.doors = doors;
        this.inbox = inbox;
        this.drains = drains;
        this.direct = direct;
        this.signal = signal;
        this.unitOfWork = unitOfWork;
        this.settings = settings;
        this.clock = clock;
        this.refusals = new RefusalLimit(settings.refusals(), settings.window(), clock);
        this.line = new IntakeLine(this::commit);
    }

    /** The answer, once what it promises is committed. */
    public WebhookAnswer receive(IncomingWebhook hook) {
        if (hook.body().size() > settings.maxBytes()) {
            return WebhookAnswer.TOO_LARGE;
        }
        try {
            return checked(hook);
        } catch (PortException failure) {
            LOG.warn("a webhook for {} could not be stored: {}", shown(hook.connection()), failure.describe());
            return WebhookAnswer.UNAVAILABLE;
        } catch (RuntimeException failure) {
            // Whatever it was: the platform is to send it again.
            LOG.error("a webhook for {} could not be stored", shown(hook.connection()), failure);
            return WebhookAnswer.UNAVAILABLE;
        }
    }

    private WebhookAnswer checked(IncomingWebhook hook) {
        Optional<HookDoor> door = door(hook);
        if (door.isEmpty()) {
            return refused(hook, "there is no such connection of that platform");
        }
        return switch (finding(hook, door.get())) {
            case SIGNED -> store(hook, door.get(), WebhookTrust.SIGNED);
            case SECRET_PATH -> // It may be a real one: not to be lost by an answer after which it is not sent again.
                refusals.admits(hook.source())
                        ? store(hook, door.get(), WebhookTrust.SECRET_PATH)
                        : WebhookAnswer.UNAVAILABLE;
            case FORGED -> refused(hook, "its signature or its path is wrong");
            case UNSIGNED -> refused(hook, "it is not signed, and its path holds no secret");
        };
    }

    private Optional<HookDoor> door(IncomingWebhook hook) {
        return Optional.of(hook.connection())
                .filter(name -> CONNECTION.matcher(name).matches())
                .map(ConnectionId::new)
                .flatMap(doors::find)
                .filter(door -> door.format().platform().code().equals(hook.platform()));
    }

    /** Before a hook is refused, the secrets are read anew: they may have been changed a moment ago. */
    private HookDoor.Finding finding(IncomingWebhook hook, HookDoor door) {
        HookDoor.Finding finding = door.check(hook);
        return finding == HookDoor.Finding.FORGED
                ? doors.findAnew(door.connection())
                        .map(fresh -> fresh.check(hook))
                        .orElse(finding)
                : finding;
    }

    private WebhookAnswer refused(IncomingWebhook hook, String why) {
        if (!refusals.admits(hook.source())) {
            return WebhookAnswer.LIMITED;
        }
        LOG.warn("a webhook for {} from {} is refused: {}", shown(hook.connection()), hook.source(), why);
        return WebhookAnswer.REFUSED;
    }

    private WebhookAnswer store(IncomingWebhook hook, HookDoor door, WebhookTrust trust) {
        Platform platform = door.format().platform();
        String topic = door.format().topic(hook).orElse(UNKNOWN_TOPIC);
        Optional<String> delivery = door.format().deliveryId(hook);
        boolean wellFormed = hook.body().size() > 0
                && TOPIC.matcher(topic).matches()
                && delivery.filter(id -> !DELIVERY.matcher(id).matches()).isEmpty();
        if (!wellFormed) {
            LOG.warn("a webhook for {} from {} is malformed", door.connection(), hook.source());
            return WebhookAnswer.MALFORMED;
        }
        NewWebhook fresh = new NewWebhook(
                door.connection(),
                platform,
                topic,
                delivery,
                shortened(hook.header("content-type").orElse("")),
                trust,
                hook.body(),
                clock.instant());
        return begin(fresh, line.store(fresh));
    }

    private WebhookAnswer begin(NewWebhook hook, StoredWebhook stored) {
        if (stored.id().isEmpty()) {
            return WebhookAnswer.DUPLICATE;
        }
        if (direct.takes(hook)) {
            direct.begin(hook.as(stored.id().get()));
        }
        return WebhookAnswer.STORED;
    }

    private List<StoredWebhook> commit(List<NewWebhook> hooks) {
        List<StoredWebhook> stored = unitOfWork.inOne(() -> {
            List<StoredWebhook> answers = inbox.store(hooks);
            List<ConnectionId> now = new ArrayList<>();
            List<ConnectionId> later = new ArrayList<>();
            for (int i = 0; i < hooks.size(); i++) {
                if (answers.get(i).isAdded()) {
                    (direct.takes(hooks.get(i)) ? later : now).add(hooks.get(i).connection());
                }
            }
            drains.now(now);
            drains.later(later);
            return answers;
        });
        signal.fire();
        return stored;
    }

    private static String shortened(String contentType) {
        return contentType.length() <= CONTENT_TYPE ? contentType : contentType.substring(0, CONTENT_TYPE);
    }

    /** A name from outside must not write lines of its own into the log. */
    private static String shown(String name) {
        return CONNECTION.matcher(name).matches() ? name : "a name that is none";
    }
}
