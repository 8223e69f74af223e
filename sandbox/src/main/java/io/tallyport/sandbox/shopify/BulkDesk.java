package io.tallyport.sandbox.shopify;

import graphql.language.Document;
import graphql.schema.GraphQLSchema;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs bulk queries, five at once, and keeps the files of the latest. */
final class BulkDesk implements AutoCloseable {

    static final Set<String> ERRORS = Set.of("ACCESS_DENIED", "INTERNAL_SERVER_ERROR", "TIMEOUT");

    private static final Logger LOG = LoggerFactory.getLogger(BulkDesk.class);
    private static final int AT_ONCE = 5;
    /** Files beyond these are deleted, the oldest first. */
    private static final int FILES = 10;

    private static final long FIRST_ID = 4_039_184_154_801L;

    private final Clock clock;
    private final TreeMap<Long, BulkJob> jobs = new TreeMap<>();
    private final ExecutorService workers = Executors.newFixedThreadPool(2, task -> {
        Thread thread = new Thread(task, "sandbox-bulk");
        thread.setDaemon(true);
        return thread;
    });
    private Duration perThousandRows = Duration.ZERO;
    private Optional<String> nextFailure = Optional.empty();
    private Optional<Path> directory = Optional.empty();
    private boolean closed;

    BulkDesk(Clock clock) {
        this.clock = clock;
    }

    /** A query that {@link BulkQueryCheck} has found good. */
    record Order(GraphQLSchema schema, Document document, String text, boolean grouped, Call call) {}

    /** Starts an operation, or tells why not. */
    synchronized Payload<BulkOperation> run(Order order) {
        List<String> running = jobs.values().stream()
                .filter(BulkJob::inProgress)
                .map(job -> job.snapshot().gid())
                .toList();
        if (running.size() >= AT_ONCE) {
            return Payload.refused(List.of(Refusal.of(
                    "A bulk query operation for this app and shop is already in progress: " + String.join(", ", running)
                            + ".",
                    "OPERATION_IN_PROGRESS")));
        }
        long number = FIRST_ID + jobs.size();
        BulkJob job = new BulkJob(
                clock,
                new BulkJob.Asked(
                        number,
                        order.text(),
                        perThousandRows,
                        nextFailure,
                        order.call().host()));
        nextFailure = Optional.empty();
        jobs.put(number, job);
        Path file = file(number);
        try {
            workers.execute(() -> write(job, order, file));
        } catch (RejectedExecutionException e) {
            LOG.debug("a bulk operation comes too late", e);
        }
        return Payload.done(Optional.of(job.newborn()));
    }

    private void write(BulkJob job, Order order, Path file) {
        try {
            BulkResult result = written(job, order, file);
            forgetOldFiles();
            job.written(result);
        } catch (IOException | RuntimeException e) {
            if (!isClosed()) {
                LOG.error(
                        "bulk operation {} failed in the stand-in itself",
                        job.asked().number(),
                        e);
            }
            job.written(new BulkResult(file, 0, 0, 0, Optional.of("INTERNAL_SERVER_ERROR")));
        }
    }

    private BulkResult written(BulkJob job, Order order, Path file) throws IOException {
        BulkLines lines = new BulkLines(file, order.grouped());
        try (lines) {
            new BulkWalk(order.schema(), order.document(), order.call(), lines, () -> job.isCanceled() || isClosed())
                    .run();
        }
        return result(job, lines, file);
    }

    private static BulkResult result(BulkJob job, BulkLines lines, Path file) throws IOException {
        Optional<String> failure = job.asked().failure();
        if (lines.objects() == 0 || failure.filter("ACCESS_DENIED"::equals).isPresent()) {
            return new BulkResult(file, 0, 0, 0, failure);
        }
        if (failure.isEmpty()) {
            return new BulkResult(file, lines.objects(), lines.roots(), Files.size(file), failure);
        }
        long half = (lines.objects() + 1) / 2;
        return new BulkResult(file, half, Math.min(half, lines.roots()), bytesOf(half, file), failure);
    }

    /** How many bytes the first so many lines have. */
    private static long bytesOf(long count, Path file) throws IOException {
        long bytes = 0;
        long seen = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 64 * 1024)) {
            for (int next = in.read(); next >= 0 && seen < count; next = in.read()) {
                bytes++;
                seen += next == '\n' ? 1 : 0;
            }
        }
        return bytes;
    }

    synchronized Optional<BulkJob> find(long number) {
        return Optional.ofNullable(jobs.get(number));
    }

    /** The latest one. */
    synchronized Optional<BulkJob> current() {
        return jobs.isEmpty() ? Optional.empty() : Optional.of(jobs.lastEntry().getValue());
    }

    synchronized List<BulkJob> all() {
        return List.copyOf(jobs.values());
    }

    synchronized void pace(Duration perThousand) {
        perThousandRows = perThousand;
    }

    synchronized void failNext(String errorCode) {
        if (!ERRORS.contains(errorCode)) {
            throw new IllegalArgumentException("unknown errorCode '" + errorCode + "'; known are "
                    + String.join(", ", ERRORS.stream().sorted().toList()));
        }
        nextFailure = Optional.of(errorCode);
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private synchronized Path file(long number) {
        try {
            if (directory.isEmpty()) {
                directory = Optional.of(Files.createTempDirectory("tallyport-sandbox-bulk"));
            }
            return directory.get().resolve("bulk-" + number + ".jsonl");
        } catch (IOException e) {
            throw new UncheckedIOException("no directory for bulk results", e);
        }
    }

    private synchronized void forgetOldFiles() throws IOException {
        for (long number : jobs.headMap(FIRST_ID + jobs.size() - FILES).keySet()) {
            Files.deleteIfExists(file(number));
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        workers.shutdownNow();
        directory.ifPresent(BulkDesk::delete);
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("files of bulk results stay behind", e);
        }
    }
}
