package io.tallyport.lightspeed.rseries;

import io.tallyport.core.kernel.ExternalId;
import io.tallyport.lightspeed.control.OrderSandbox;
import io.tallyport.sandbox.Sandbox;
import io.tallyport.sandbox.SandboxSettings;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** The purchase orders of a running sandbox, whose clock goes on by a little whenever somebody looks at it. */
final class SandboxPurchases extends OrderSandbox {

    private static final Instant BEGINNING = Instant.parse("2026-03-01T12:01:00Z");
    /** Slow enough that requests share seconds, and fast enough that the burst limiter is not met. */
    private static final long STEP_MILLIS = 60;

    SandboxPurchases() {
        super(
                Sandbox.start(SandboxSettings.defaults()
                        .withSkus(40)
                        .withSeed(7)
                        .withWideLimits()
                        .withBaseClock(new Looked())),
                RSeries.API,
                "\"method\":\"POST\",\"pathContains\":\"/Order\"",
                Map.of("currency", "USD"),
                new ExternalId("1"));
    }

    private static final class Looked extends Clock {

        private final AtomicLong looks = new AtomicLong();

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return BEGINNING.plusMillis(looks.incrementAndGet() * STEP_MILLIS);
        }
    }

    @Override
    public ExternalId otherOutlet() {
        return new ExternalId("2");
    }

    @Override
    public ExternalId supplier() {
        return new ExternalId("1");
    }

    @Override
    public void staff(String what, String body) {
        control().call("purchase-orders/" + what, body);
    }
}
