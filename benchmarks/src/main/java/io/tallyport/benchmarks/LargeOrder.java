package io.tallyport.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tallyport.core.catalog.ProductSource;
import io.tallyport.core.connection.AccessMode;
import io.tallyport.core.connection.ConnectionDesk;
import io.tallyport.core.connection.ConnectorSession;
import io.tallyport.core.connection.Environment;
import io.tallyport.core.connection.Platform;
import io.tallyport.core.connection.Secret;
import io.tallyport.core.consignment.ConsignmentKind;
import io.tallyport.core.consignment.UnitCost;
import io.tallyport.core.history.ApiCall;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.Sku;
import io.tallyport.core.purchasing.CatalogueLookup;
import io.tallyport.core.purchasing.OrderDraft;
import io.tallyport.core.purchasing.PartnerKind;
import io.tallyport.core.purchasing.PartnerMapping;
import io.tallyport.core.purchasing.PurchaseLine;
import io.tallyport.core.purchasing.PurchaseOrder;
import io.tallyport.core.purchasing.PurchaseOrderId;
import io.tallyport.core.purchasing.sync.SyncPurchaseOrder;
import io.tallyport.runtime.Tallyport;
import io.tallyport.sandbox.Sandbox;
import io.tallyport.sandbox.SandboxSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A purchase order of 1,000 lines carried to X-Series: its calls, beside the fewest that the platform's API allows, and the time that
 * they and everything else take on the sandbox, whose limits are wide.
 */
final class LargeOrder {

    private static final ConnectionId STORE = new ConnectionId("store");
    private static final String ACTOR = "benchmark";
    private static final int BULK = 500;
    private static final int CALLS = 10_000;

    private static final int MOST_LOOKS = 14;
    private static final Pattern WRITES = Pattern.compile("consignments\\.(create|add-lines|set-line|advance|delete)");
    private static final Pattern ITEMS = Pattern.compile("(products|outlets)\\..*");

    private LargeOrder() {}

    /** The number of lines may be given. */
    public static void main(String[] args) throws IOException {
        int lines = args.length > 0 ? Integer.parseInt(args[0]) : 1_000;
        boolean met;
        try (Sandbox sandbox = Sandbox.start(
                        SandboxSettings.defaults().withSkus(2 * lines + 100).withWideLimits());
                Tallyport tallyport = Tallyport.builder()
                        .dataDirectory(Files.createTempDirectory("tallyport-order"))
                        .environment(Map.of())
                        .start()) {
            connect(tallyport, sandbox);
            met = measure(tallyport, sandbox, lines);
        }
        System.exit(met ? 0 : 1);
    }

    private static void connect(Tallyport tallyport, Sandbox sandbox) {
        tallyport
                .connectionDesk()
                .add(
                        new ConnectionDesk.Draft(
                                STORE,
                                new Platform("lightspeed-x"),
                                sandbox.xseriesDomainPrefix(),
                                URI.create(sandbox.xseriesBaseUrl()),
                                Environment.SANDBOX,
                                AccessMode.READ_WRITE,
                                Map.of("token", new Secret(sandbox.xseriesToken())),
                                Map.of()),
                        ACTOR);
        map(tallyport, PartnerKind.SUPPLIER, sandbox.xseriesSupplier());
        map(tallyport, PartnerKind.OUTLET, sandbox.xseriesOutlet());
    }

    private static void map(Tallyport tallyport, PartnerKind kind, String id) {
        tallyport
                .purchasing()
                .stores()
                .partners()
                .put(new PartnerMapping(STORE, kind, "Benchmark", new ExternalId(id)));
    }

    private static boolean measure(Tallyport tallyport, Sandbox sandbox, int lines) throws IOException {
        PurchaseOrderId id = approved(tallyport, skus(tallyport, sandbox, lines));
        Instant begin = Instant.now();
        long start = System.nanoTime();
        SyncPurchaseOrder.Result result = tallyport.purchasing().sync().sync(id, ACTOR);
        double seconds = (System.nanoTime() - start) / 1e9;
        if (result.ending() != SyncPurchaseOrder.Ending.IN_STEP) {
            throw new IllegalStateException(result.message());
        }
        Map<String, Long> calls = tallyport.history().apiLog().recent(CALLS).stream()
                .filter(call -> !call.at().isBefore(begin))
                .collect(Collectors.groupingBy(ApiCall::operation, TreeMap::new, Collectors.counting()));
        long writes = count(calls, WRITES);
        long items = count(calls, ITEMS);
        long all = count(calls, Pattern.compile(".*"));
        // Create, the lines, send.
        long fewest = 2 + (lines + BULK - 1) / BULK;
        say("an order of %,d lines: %d calls in %.1f s", lines, all, seconds);
        calls.forEach((operation, number) -> say("  %-28s %d", operation, number));
        say("writes: %d, the fewest that the API allows: %d", writes, fewest);
        say("reads that look before and prove after: %d, whatever the number of lines", all - writes - items);
        return writes == fewest && all - writes - items <= MOST_LOOKS;
    }

    private static long count(Map<String, Long> calls, Pattern operations) {
        return calls.entrySet().stream()
                .filter(call -> operations.matcher(call.getKey()).matches())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Articles that one item alone bears. */
    private static List<String> skus(Tallyport tallyport, Sandbox sandbox, int lines) throws IOException {
        JsonNode levels = new ObjectMapper()
                .readTree(URI.create(sandbox.controlUrl() + "/levels").toURL());
        Set<Sku> written = StreamSupport.stream(levels.path("xseries").spliterator(), false)
                .map(row -> row.path("sku").asText())
                .filter(Sku::isPresent)
                .map(Sku::new)
                .collect(Collectors.toSet());
        try (ConnectorSession session = tallyport.connectors().open(STORE)) {
            ProductSource products = session.port(ProductSource.class).orElseThrow();
            List<String> skus = new CatalogueLookup(products)
                    .itemsOf(written).entrySet().stream()
                            .filter(bearers -> bearers.getValue().size() == 1)
                            .map(bearers -> bearers.getKey().value())
                            .sorted()
                            .limit(lines)
                            .toList();
            if (skus.size() < lines) {
                throw new IllegalStateException("the sandbox has " + skus.size() + " articles to order");
            }
            return skus;
        }
    }

    private static PurchaseOrderId approved(Tallyport tallyport, List<String> skus) {
        List<PurchaseLine> lines = skus.stream()
                .map(sku -> PurchaseLine.of(new Sku(sku), Quantity.of(12), Optional.of(UnitCost.parse("2.50"))))
                .toList();
        PurchaseOrder order = tallyport
                .purchasing()
                .create()
                .create(
                        new OrderDraft(
                                Optional.empty(), STORE, ConsignmentKind.SUPPLIER, "Benchmark", "Benchmark", "", lines),
                        ACTOR);
        return tallyport
                .purchasing()
                .approve()
                .approve(order.id(), ACTOR)
                .order()
                .id();
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
