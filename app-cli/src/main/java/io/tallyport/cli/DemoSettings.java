package io.tallyport.cli;

import io.tallyport.sandbox.SandboxSettings;
import java.time.Clock;
import java.util.Optional;

/**
 * What a demo is to show.
 *
 * @param skus how many products
 * @param faults a fault script or the path of one
 * @param keep whether the data directory stays
 */
record DemoSettings(int skus, Optional<String> faults, boolean keep) {

    /** From here on the demo takes shops of the size that sells so much, whose rate limits are wider. */
    private static final int BIG = 1000;

    private static final int SKUS_PER_REGISTER = 200;
    private static final int MOST_REGISTERS = 60;

    int registers() {
        return Math.min(MOST_REGISTERS, 1 + skus / SKUS_PER_REGISTER);
    }

    String shopifyPlan() {
        return skus >= BIG ? "plus" : "standard";
    }

    SandboxSettings sandbox(Clock clock) {
        SandboxSettings settings = SandboxSettings.defaults()
                .withSkus(skus)
                .withRegisters(registers())
                .withShopifyPlan(shopifyPlan())
                .withBaseClock(clock);
        return faults.map(settings::withFaultScript).orElse(settings);
    }
}
