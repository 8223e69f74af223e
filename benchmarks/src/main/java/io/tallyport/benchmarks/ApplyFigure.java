package io.tallyport.benchmarks;

import io.tallyport.core.connection.SkuScope;
import io.tallyport.core.inventory.StockPlan;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.sandbox.Sandbox;
import io.tallyport.sandbox.SandboxSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How long an apply takes beside the time that its writes' points allow.
 *
 * <p>Everything that is measured happens in real time: an ideal run takes twenty seconds, so there is no need to pretend.
 * Only the preparation runs on a sandbox clock that is hurried, and the shop's bucket is full when the measured part
 * begins. The sandbox is in this process, each apply in one of its own, all on this machine.
 *
 * @param processes how many apply at once, each the part of the catalogue that its SKUs begin with
 * @param mostRatio the aim
 * @param mostThrottled the aim
 */
record ApplyFigure(int processes, double mostRatio, long mostThrottled) {

    /** Of these, 100,000 and some differ. */
    private static final int SKUS = 172_000;

    private static final int LINES = 250;
    /** What Shopify asks for a mutation with plain fields, whatever its lines. */
    private static final double POINTS_A_WRITE = 10;

    private static final double BUCKET = 2000;
    private static final double RESTORED_A_SECOND = 100;
    private static final double MOST_EXTRA_REQUESTS = 0.02;
    private static final String WORKER_MEMORY = "512m";

    /** How large a catalogue the arguments ask for. */
    static int skus(String[] args) {
        return args.length > 0 ? Integer.parseInt(args[0]) : SKUS;
    }

    private record Job(Path plan, long changes) {}

    /** Measures and prints; whether all aims were met. */
    boolean measure(int skus) {
        Path directory = temporary();
        SandboxSettings settings = SandboxSettings.defaults().withSkus(skus);
        try (Sandbox sandbox = Sandbox.start(settings);
                Playground playground = new Playground(sandbox, directory)) {
            List<Job> jobs = prepare(sandbox, playground, settings);
            sandbox.clock().advance(Duration.ofMinutes(2));
            Counters.reset(sandbox);
            double seconds = run(directory, jobs);
            return print(jobs, seconds, Counters.of(sandbox, "shopify"));
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("tallyport-benchmark");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private List<Job> prepare(Sandbox sandbox, Playground playground, SandboxSettings settings) {
        List<Job> jobs = new ArrayList<>();
        List<SkuScope> scopes = Scopes.parts(settings.seed(), settings.skus(), processes);
        try (Hurry hurry = new Hurry(sandbox.clock())) {
            for (SkuScope scope : scopes) {
                RouteId route = playground.route("part-" + jobs.size(), scope);
                StockPlan plan = playground.plan(route);
                jobs.add(new Job(playground.file(route), plan.counts().changes()));
                System.err.println(route + ": " + plan.counts());
            }
        }
        return jobs;
    }

    private static double run(Path directory, List<Job> jobs) {
        List<Worker> workers = new ArrayList<>();
        try {
            jobs.forEach(job -> workers.add(Worker.start(
                    ApplyWorker.class,
                    WORKER_MEMORY,
                    directory.toString(),
                    job.plan().toString())));
            workers.forEach(Worker::hear);
            long start = System.nanoTime();
            workers.forEach(worker -> worker.say("go"));
            workers.forEach(worker -> System.err.println(worker.hear()));
            return (System.nanoTime() - start) / 1e9;
        } finally {
            workers.forEach(Worker::close);
        }
    }

    private boolean print(List<Job> jobs, double seconds, Counters shop) {
        long changes = jobs.stream().mapToLong(Job::changes).sum();
        long writes = jobs.stream()
                .mapToLong(job -> (job.changes() + LINES - 1) / LINES)
                .sum();
        double ideal = (writes * POINTS_A_WRITE - BUCKET) / RESTORED_A_SECOND;
        double extra = (double) (shop.requests() - writes) / writes;
        say("apply %,d changes in %d process(es), Standard plan", changes, processes);
        say("  ideal              %.1f s: %d writes of 10 points, 2000 there, 100 a second", ideal, writes);
        say("  took               %.1f s", seconds);
        say("  ratio              %.3f, aim at most %.2f", seconds / ideal, mostRatio);
        say("  throttled answers  %d, aim at most %d", shop.throttled(), mostThrottled);
        say(
                "  requests           %d (%d writes), %.1f %% beyond one for 250 rows, aim at most %.0f %%",
                shop.requests(), shop.writes(), extra * 100, MOST_EXTRA_REQUESTS * 100);
        return seconds / ideal <= mostRatio && shop.throttled() <= mostThrottled && extra <= MOST_EXTRA_REQUESTS;
    }

    private static void say(String format, Object... arguments) {
        System.out.println(String.format(Locale.ROOT, format, arguments));
    }
}
