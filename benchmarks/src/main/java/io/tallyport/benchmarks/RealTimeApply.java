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

/**
 * Applies in processes of their own, over an embedded database, in real time: for a machine that has nothing else to do,
 * since whatever keeps the processor from working counts. Only the preparation runs on a sandbox clock that is hurried;
 * the shop's bucket is full when the measured part begins.
 *
 * @param processes how many apply at once
 */
record RealTimeApply(int processes) {

    /** Of these, 100,000 and some differ. */
    static final int SKUS = 172_000;

    private static final String WORKER_MEMORY = "512m";

    private record Job(Path plan, long changes) {}

    ApplyFigure.Measured run(int skus) {
        Path directory = temporary();
        SandboxSettings settings = SandboxSettings.defaults().withSkus(skus);
        try (Sandbox sandbox = Sandbox.start(settings);
                Playground playground = new Playground(sandbox, directory)) {
            List<Job> jobs = prepare(sandbox, playground, settings);
            sandbox.clock().advance(Duration.ofMinutes(2));
            Counters.reset(sandbox);
            double seconds = run(directory, jobs);
            return new ApplyFigure.Measured(
                    jobs.stream().map(Job::changes).toList(), seconds, Counters.of(sandbox, "shopify"));
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
}
