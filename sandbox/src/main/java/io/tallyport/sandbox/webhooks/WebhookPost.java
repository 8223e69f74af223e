package io.tallyport.sandbox.webhooks;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tallyport.sandbox.control.WebhookControl;
import io.tallyport.sandbox.evidence.Evidence;
import io.tallyport.sandbox.http.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Sends webhooks over HTTP, one after another: form-encoded, signed with the app's secret, tried again by the sandbox's
 * clock. Thread-safe; its thread starts with the first subscription.
 */
public final class WebhookPost implements WebhookControl, AutoCloseable {

    private static final int REMEMBERED = 20_000;
    private static final long LOOKS_EVERY_MILLIS = 20;

    private final Clock clock;
    private final String domainPrefix;
    private final Courier courier = new Courier();
    private final List<Subscription> subscriptions = new ArrayList<>();
    private final Deque<Parcel> parcels = new ArrayDeque<>();
    private Optional<ScheduledExecutorService> thread = Optional.empty();
    private String secret;
    private Signing signing = Signing.GOOD;
    private int copies = 1;
    private boolean holding;
    private long lastSubscription;
    private long lastParcel;

    /** A post without subscribers. */
    public WebhookPost(Clock clock, String domainPrefix, String secret) {
        this.clock = clock;
        this.domainPrefix = domainPrefix;
        this.secret = secret;
    }

    /** Keeps a subscription; empty where there is one of the same type and address. */
    public synchronized Optional<Subscription> subscribe(Subscription asked) {
        if (subscriptions.stream().anyMatch(asked::sameAs)) {
            return Optional.empty();
        }
        Subscription kept = asked.numbered(++lastSubscription);
        subscriptions.add(kept);
        if (thread.isEmpty()) {
            thread = Optional.of(started());
        }
        return Optional.of(kept);
    }

    /** Puts a subscription in the place of that with its number; empty where another is the same. */
    public synchronized Optional<Subscription> replace(Subscription asked) {
        if (subscriptions.stream().anyMatch(one -> one.sameAs(asked) && one.number() != asked.number())) {
            return Optional.empty();
        }
        subscriptions.replaceAll(one -> one.number() == asked.number() ? asked : one);
        return Optional.of(asked);
    }

    /** Forgets a subscription. */
    public synchronized void unsubscribe(long number) {
        subscriptions.removeIf(one -> one.number() == number);
    }

    /** The subscription of that number. */
    public synchronized Optional<Subscription> subscription(long number) {
        return subscriptions.stream().filter(one -> one.number() == number).findFirst();
    }

    /** All of them, the oldest first. */
    public synchronized List<Subscription> subscriptions() {
        return List.copyOf(subscriptions);
    }

    /**
     * Lets all who asked for it know.
     *
     * @param payload is asked for only where somebody wants to know
     */
    public synchronized void happened(String type, Supplier<String> payload) {
        List<Subscription> wanting = subscriptions.stream()
                .filter(one -> one.active() && one.type().equals(type))
                .toList();
        if (wanting.isEmpty()) {
            return;
        }
        String body = "payload=" + URLEncoder.encode(payload.get(), StandardCharsets.UTF_8) + "&domain_prefix="
                + URLEncoder.encode(domainPrefix, StandardCharsets.UTF_8) + "&environment=prod";
        for (int copy = 0; copy < copies; copy++) {
            wanting.forEach(one -> post(one, body));
        }
    }

    private void post(Subscription to, String body) {
        Parcel.State state =
                !Courier.reaches(to.url()) ? Parcel.State.NOT_SENT : holding ? Parcel.State.HELD : Parcel.State.WAITING;
        parcels.add(new Parcel(++lastParcel, to, body, state, clock.instant()));
        if (parcels.size() > REMEMBERED) {
            parcels.removeFirst();
        }
    }

    @Override
    public void happened(String type, String payload) {
        happened(type, () -> payload);
    }

    @Override
    public synchronized void copies(int wanted) {
        if (wanted < 0 || wanted > 100) {
            throw new IllegalArgumentException("copies must be between 0 and 100: " + wanted);
        }
        copies = wanted;
    }

    @Override
    public synchronized void signing(String how) {
        signing = Arrays.stream(Signing.values())
                .filter(one -> one.name().equalsIgnoreCase(how))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("signing is good, base64, bad or none: " + how));
    }

    @Override
    public synchronized void secret(String other) {
        Evidence.secret(other);
        secret = other;
    }

    @Override
    public synchronized void hold() {
        holding = true;
    }

    @Override
    public synchronized void release(boolean reversed) {
        holding = false;
        List<Parcel> held = new ArrayList<>(
                parcels.stream().filter(one -> one.state == Parcel.State.HELD).toList());
        if (reversed) {
            Collections.reverse(held);
        }
        parcels.removeAll(held);
        held.forEach(one -> {
            one.state = Parcel.State.WAITING;
            parcels.add(one);
        });
    }

    @Override
    public synchronized ObjectNode webhooks() {
        ObjectNode node = Json.object()
                .put("signing", signing.name().toLowerCase(Locale.ROOT))
                .put("copies", copies)
                .put("holding", holding);
        ArrayNode list = node.putArray("subscriptions");
        subscriptions.forEach(one ->
                list.addObject().put("type", one.type()).put("url", one.url()).put("active", one.active()));
        ArrayNode deliveries = node.putArray("deliveries");
        parcels.forEach(one -> deliveries
                .addObject()
                .put("number", one.number)
                .put("type", one.subscription.type())
                .put("url", one.subscription.url())
                .put("state", one.state.name())
                .put("tries", one.tries)
                .put("status", one.status));
        return node;
    }

    @Override
    public synchronized void close() {
        thread.ifPresent(ScheduledExecutorService::shutdownNow);
    }

    private ScheduledExecutorService started() {
        ScheduledExecutorService one = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread made = new Thread(task, "sandbox-webhooks");
            made.setDaemon(true);
            return made;
        });
        Future<?> unused = one.scheduleWithFixedDelay(this::deliverDue, 0, LOOKS_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        return one;
    }

    private void deliverDue() {
        for (Optional<Parcel> next = due(); next.isPresent(); next = due()) {
            Parcel parcel = next.get();
            try {
                int status = courier.deliver(parcel.subscription.url(), parcel.body, signature(parcel));
                synchronized (this) {
                    parcel.answered(status, clock.instant());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private synchronized Optional<String> signature(Parcel parcel) {
        return signing.header(parcel.body, secret);
    }

    private synchronized Optional<Parcel> due() {
        return parcels.stream()
                .filter(one -> one.state == Parcel.State.WAITING && !one.due.isAfter(clock.instant()))
                .findFirst();
    }
}
