package io.tallyport.benchmarks;

import io.tallyport.core.connection.WriteGate;
import io.tallyport.core.history.ApiCall;
import io.tallyport.core.history.ApiLog;
import io.tallyport.core.inventory.ApplyStockPlan;
import io.tallyport.core.inventory.InMemoryPlanFiles;
import io.tallyport.core.inventory.PlanStock;
import io.tallyport.core.kernel.Progress;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.persistence.Stores;
import io.tallyport.persistence.TestDatabase;
import io.tallyport.persistence.TestDatabases;
import io.tallyport.remote.Sleeper;
import io.tallyport.remote.Surroundings;
import io.tallyport.sandbox.Sandbox;
import io.tallyport.sandbox.SandboxSettings;
import io.tallyport.sandbox.catalogue.CatalogueGenerator;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Applies in virtual time: everything but the POS is the real thing (use cases, adapter over HTTP, database, leases, rate
 * budgets), but work takes no time and each call to the shop takes {@link #TRAVEL}. So the figure is that of the waiting,
 * on any machine. What would be processes are threads with connectors, stores and rate budgets of their own over one
 * database.
 *
 * @param processes how many apply at once
 * @param lines the most of one write
 */
record VirtualApply(int processes, int lines) {

    /** Of these, 100,000 can be in step; all of those differ. */
    static final int SKUS = 111_000;

    /** There and back, of each call: well below what ten points take to come back, so that the budget is the limit. */
    private static final Duration TRAVEL = Duration.ofMillis(50);

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private record Job(RouteId route, Path plan, long changes) {}

    ApplyFigure.Measured run(int skus) {
        SandboxSettings settings =
                SandboxSettings.defaults().withSkus(skus).withBaseClock(Clock.fixed(START, ZoneOffset.UTC));
        try (Sandbox sandbox = Sandbox.start(settings);
                TestDatabase database = TestDatabases.h2()) {
            database.clock().set(START);
            MemoryTill till = new MemoryTill(
                    CatalogueGenerator.generate(settings.seed(), skus).toList());
            InMemoryPlanFiles files = new InMemoryPlanFiles();
            VirtualTime preparing = time(sandbox, database, START, 1);
            List<Job> jobs = prepare(
                    new VirtualHouse(
                            sandbox, database.stores(), around(database.stores(), preparing), till, files, lines),
                    settings);
            jump(sandbox, database, Duration.ofMinutes(2));
            Counters.reset(sandbox);
            Instant start = database.clock().instant();
            VirtualTime time = time(sandbox, database, start, processes);
            inParallel(time, jobs, () -> {
                Stores stores = database.stores();
                return new VirtualHouse(sandbox, stores, around(stores, time), till, files, lines).applyStockPlan();
            });
            return new ApplyFigure.Measured(
                    jobs.stream().map(Job::changes).toList(),
                    Duration.between(start, time.instant()).toMillis() / 1000.0,
                    Counters.of(sandbox, "shopify"));
        }
    }

    private List<Job> prepare(VirtualHouse house, SandboxSettings settings) {
        List<Job> jobs = new ArrayList<>();
        Scopes.parts(settings.seed(), settings.skus(), processes).forEach(scope -> {
            RouteId route = house.route("part-" + jobs.size(), scope);
            Path file = Path.of("plan-" + jobs.size());
            long changes = house.planStock()
                    .plan(new PlanStock.Request(route, file, false, "benchmark"), Progress.NONE)
                    .counts()
                    .changes();
            jobs.add(new Job(route, file, changes));
        });
        return jobs;
    }

    private interface Apply {
        ApplyStockPlan one();
    }

    private static void inParallel(VirtualTime time, List<Job> jobs, Apply apply) {
        List<Thread> threads = jobs.stream()
                .map(job -> new Thread(
                        () -> {
                            try {
                                System.err.println(apply.one()
                                        .apply(
                                                new ApplyStockPlan.Request(job.plan(), false, 0, "benchmark"),
                                                Progress.NONE)
                                        .run());
                            } finally {
                                time.done();
                            }
                        },
                        job.route().value()))
                .toList();
        threads.forEach(Thread::start);
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static VirtualTime time(Sandbox sandbox, TestDatabase database, Instant start, int threads) {
        return new VirtualTime(start, threads, by -> jump(sandbox, database, by));
    }

    private static void jump(Sandbox sandbox, TestDatabase database, Duration by) {
        database.clock().advance(by);
        sandbox.clock().advance(by);
    }

    private static Surroundings around(Stores stores, VirtualTime time) {
        WriteGate gate = new WriteGate(stores.connections(), stores.killSwitch(), stores.halts());
        return Surroundings.of(
                        (connection, access, operation) -> {
                            gate.check(connection, access, operation);
                            travel(time);
                        },
                        new Travelling(stores.history().apiLog(), time),
                        time,
                        time)
                .sharing(stores.budgets());
    }

    /** The way back: each answer is recorded when it is there. */
    private record Travelling(ApiLog log, Sleeper time) implements ApiLog {

        @Override
        public void record(ApiCall call) {
            travel(time);
            log.record(call);
        }

        @Override
        public List<ApiCall> recent(int limit) {
            return log.recent(limit);
        }
    }

    private static void travel(Sleeper time) {
        try {
            time.sleep(TRAVEL.dividedBy(2));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
