package io.tallyport.benchmarks;

import io.tallyport.core.connection.AccessMode;
import io.tallyport.core.connection.ConnectionDesk;
import io.tallyport.core.connection.Environment;
import io.tallyport.core.connection.Platform;
import io.tallyport.core.connection.Secret;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.runtime.Tallyport;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Taking webhooks in over HTTP beside a bare route that inserts the same rows in one commit, each as a process of its own over
 * one MariaDB, in turn.
 */
final class WebhookIntake {

    private static final String SCHEMA = "intake";
    private static final int CONNECTIONS = 16;
    private static final double RATIO_AIM = 0.8;
    private static final double P99_AIM = 3;
    private static final long LOOK_NANOS = 20_000_000;
    private static final Pattern LISTENS = Pattern.compile("listens on (http://127\\.0\\.0\\.1:[0-9]+)");

    private final QueueServer server = QueueServer.find();
    private final Path directory;
    private final int rounds;
    private final double seconds;

    private WebhookIntake(Path directory, int rounds, double seconds) {
        this.directory = directory;
        this.rounds = rounds;
        this.seconds = seconds;
    }

    /** Rounds and seconds of each: 3 and 10 unless given. */
    public static void main(String[] args) throws Exception {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 3;
        double seconds = args.length > 1 ? Double.parseDouble(args[1]) : 10;
        boolean met = new WebhookIntake(Files.createTempDirectory("tallyport-intake"), rounds, seconds).measure();
        System.exit(met ? 0 : 1);
    }

    private boolean measure() throws Exception {
        List<Double> bare = new ArrayList<>();
        List<Double> off = new ArrayList<>();
        List<Double> on = new ArrayList<>();
        List<Double> bareP99 = new ArrayList<>();
        List<Double> ourP99 = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            bare.add(rate(this::bare));
            off.add(rate(data -> tallyport(data, false)));
            on.add(rate(data -> tallyport(data, true)));
        }
        double half = median(off) / 2;
        for (int round = 0; round < rounds; round++) {
            bareP99.add(p99(this::bare, half));
            ourP99.add(p99(data -> tallyport(data, false), half));
        }
        double ratio = median(off) / median(bare);
        double slower = median(ourP99) / median(bareP99);
        print("bare route, webhooks a second", median(bare));
        print("tallyport-http, worker off", median(off));
        print("tallyport-http, worker on", median(on));
        print("ratio, worker off (aim at least 0.8)", ratio);
        print("p99 at half of the maximum rate, bare, ms", median(bareP99));
        print("p99 at half of the maximum rate, tallyport-http, ms", median(ourP99));
        print("ratio of p99 (aim at most 3)", slower);
        return ratio >= RATIO_AIM && slower <= P99_AIM;
    }

    private static void print(String what, double value) {
        System.out.printf(Locale.ROOT, "%-55s %10.2f%n", what, value);
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private interface Peer {
        ProcessBuilder over(Path data);
    }

    private interface Measure {
        double of(IntakeLoad load) throws InterruptedException;
    }

    private double rate(Peer peer) throws Exception {
        return with(peer, load -> load.rate(seconds));
    }

    private double p99(Peer peer, double perSecond) throws Exception {
        return with(peer, load -> load.p99(perSecond, seconds));
    }

    /** Over an empty schema, after as long at the full rate: until then compilers have most of the processors. */
    private double with(Peer peer, Measure measure) throws Exception {
        server.recreate(SCHEMA);
        Path data = Files.createTempDirectory(directory, "data");
        prepare(data);
        Path log = data.resolve("log");
        Process process = peer.over(data)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            IntakeLoad load = new IntakeLoad(address(process, log));
            load.rate(seconds);
            double value = measure.of(load);
            if (load.refused() > 0) {
                throw new IllegalStateException(load.refused() + " were not answered with 200");
            }
            return value;
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private Map<String, String> settings() {
        return Map.of(
                "TALLYPORT_DB_URL",
                server.url(SCHEMA),
                "TALLYPORT_DB_USER",
                server.user(),
                "TALLYPORT_DB_PASSWORD",
                server.password(),
                "TALLYPORT_DB_POOL_SIZE",
                Integer.toString(CONNECTIONS));
    }

    private void prepare(Path data) {
        try (Tallyport tallyport =
                Tallyport.builder().environment(settings()).dataDirectory(data).start()) {
            tallyport
                    .connectionDesk()
                    .add(
                            new ConnectionDesk.Draft(
                                    new ConnectionId("till"),
                                    new Platform("lightspeed-x"),
                                    "acme",
                                    URI.create("http://127.0.0.1:9"),
                                    Environment.SANDBOX,
                                    AccessMode.READ,
                                    Map.of(
                                            "token",
                                            new Secret("of the till"),
                                            "webhook",
                                            new Secret(IntakeLoad.SECRET)),
                                    Map.of()),
                            "benchmark");
        }
    }

    private ProcessBuilder bare(Path data) {
        return java(
                BareIntake.class.getName(),
                server.url(SCHEMA),
                server.user(),
                server.password(),
                Integer.toString(CONNECTIONS));
    }

    private ProcessBuilder tallyport(Path data, boolean withWorker) {
        List<String> command =
                new ArrayList<>(List.of("io.tallyport.http.Main", "--data", data.toString(), "--port", "0"));
        if (withWorker) {
            command.add("--with-worker");
        }
        ProcessBuilder builder = java(command.toArray(String[]::new));
        builder.environment().putAll(settings());
        return builder;
    }

    private static ProcessBuilder java(String... command) {
        List<String> all = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path")));
        all.addAll(List.of(command));
        return new ProcessBuilder(all);
    }

    private static URI address(Process process, Path log) throws IOException {
        while (process.isAlive()) {
            Matcher line = LISTENS.matcher(Files.readString(log));
            if (line.find()) {
                return URI.create(line.group(1));
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        throw new IllegalStateException("it did not start: " + Files.readString(log));
    }
}
