package io.tallyport.sandbox;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/**
 * What a sandbox is to be like.
 *
 * @param port to listen on, 0 for any free one
 * @param skus how many products there are
 * @param seed the same seed makes the same products
 * @param shopifyPlan standard, advanced or plus, which decides Shopify's rate limit
 * @param registers the POS's registers, 1 or more, which decide its rate limit
 * @param faultScript JSON, or the path of a file of JSON; in force from the start
 * @param baseClock the time before the control API moves it
 * @param rseriesToken empty for a random one
 * @param shopifyToken empty for a random one
 * @param xseriesToken empty for a random one
 */
public record SandboxSettings(
        int port,
        int skus,
        long seed,
        String shopifyPlan,
        int registers,
        Optional<String> faultScript,
        Clock baseClock,
        Optional<String> rseriesToken,
        Optional<String> shopifyToken,
        Optional<String> xseriesToken) {

    private static final int MANY_REGISTERS = 60;
    private static final Set<String> PLANS = Set.of("standard", "advanced", "plus");

    public SandboxSettings {
        check(port >= 0 && port <= 65_535, "port must be between 0 and 65535: " + port);
        check(skus >= 0 && skus <= 1_000_000, "skus must be between 0 and 1000000: " + skus);
        check(PLANS.contains(shopifyPlan), "shopifyPlan must be standard, advanced or plus: " + shopifyPlan);
        check(registers >= 1 && registers <= 1_000, "registers must be between 1 and 1000: " + registers);
    }

    /** Any port, 100 products, seed 1, the standard plan, one register, no faults, the machine's time, random tokens. */
    public static SandboxSettings defaults() {
        return new SandboxSettings(
                0,
                100,
                1,
                "standard",
                1,
                Optional.empty(),
                Clock.systemUTC(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same with another port. */
    public SandboxSettings withPort(int other) {
        return new SandboxSettings(
                other,
                skus,
                seed,
                shopifyPlan,
                registers,
                faultScript,
                baseClock,
                rseriesToken,
                shopifyToken,
                xseriesToken);
    }

    /** The same with another number of products. */
    public SandboxSettings withSkus(int other) {
        return new SandboxSettings(
                port,
                other,
                seed,
                shopifyPlan,
                registers,
                faultScript,
                baseClock,
                rseriesToken,
                shopifyToken,
                xseriesToken);
    }

    /** The same with another seed. */
    public SandboxSettings withSeed(long other) {
        return new SandboxSettings(
                port,
                skus,
                other,
                shopifyPlan,
                registers,
                faultScript,
                baseClock,
                rseriesToken,
                shopifyToken,
                xseriesToken);
    }

    /** The same with another plan. */
    public SandboxSettings withShopifyPlan(String other) {
        return new SandboxSettings(
                port, skus, seed, other, registers, faultScript, baseClock, rseriesToken, shopifyToken, xseriesToken);
    }

    /** The same with another number of registers. */
    public SandboxSettings withRegisters(int other) {
        return new SandboxSettings(
                port, skus, seed, shopifyPlan, other, faultScript, baseClock, rseriesToken, shopifyToken, xseriesToken);
    }

    /** The same with rate limits so wide that hardly anybody has to wait: for what is not about them. */
    public SandboxSettings withWideLimits() {
        return withRegisters(MANY_REGISTERS).withShopifyPlan("plus");
    }

    /** The same with a fault script, as JSON or as the path of a file. */
    public SandboxSettings withFaultScript(String other) {
        return new SandboxSettings(
                port,
                skus,
                seed,
                shopifyPlan,
                registers,
                Optional.of(other),
                baseClock,
                rseriesToken,
                shopifyToken,
                xseriesToken);
    }

    /** The same with another clock. */
    public SandboxSettings withBaseClock(Clock other) {
        return new SandboxSettings(
                port, skus, seed, shopifyPlan, registers, faultScript, other, rseriesToken, shopifyToken, xseriesToken);
    }

    /** The same with given tokens for R-Series and Shopify. */
    public SandboxSettings withTokens(String rseries, String shopify) {
        return new SandboxSettings(
                port,
                skus,
                seed,
                shopifyPlan,
                registers,
                faultScript,
                baseClock,
                Optional.of(rseries),
                Optional.of(shopify),
                xseriesToken);
    }

    /** The same with a given token for X-Series. */
    public SandboxSettings withXseriesToken(String other) {
        return new SandboxSettings(
                port,
                skus,
                seed,
                shopifyPlan,
                registers,
                faultScript,
                baseClock,
                rseriesToken,
                shopifyToken,
                Optional.of(other));
    }

    /** The id of the one client that the authorization servers know; made up, and the same everywhere. */
    public String clientId() {
        return "tallyport-sandbox";
    }

    /** That client's secret, which opens nothing but a sandbox. */
    public String clientSecret() {
        return "sandbox-client-secret";
    }

    @Override
    public String toString() {
        return "SandboxSettings[port=" + port + ", skus=" + skus + ", seed=" + seed + ", shopifyPlan=" + shopifyPlan
                + ", registers=" + registers + ", faultScript=" + faultScript + ", tokens masked]";
    }

    private static void check(boolean fine, String message) {
        if (!fine) {
            throw new IllegalArgumentException(message);
        }
    }
}
