package io.tallyport.runtime;

import io.tallyport.core.job.RetrySchedule;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The settings of the job queue.
 *
 * @param threads jobs that one worker runs at once
 * @param idlePoll how long a worker that found nothing waits before it looks again
 * @param lease how long a worker that says nothing keeps its jobs
 * @param grace how long a worker that is to stop waits for what it has begun
 * @param retries of the program's own job types
 * @param memoryLimitBytes of heap, 0 for none
 * @param keepEnded how long jobs that ended are kept
 */
record QueueSettings(
        int threads,
        Duration idlePoll,
        Duration lease,
        Duration grace,
        RetrySchedule retries,
        long memoryLimitBytes,
        Duration keepEnded) {

    private static final SettingKey THREADS =
            new SettingKey("queue.threads", "jobs that one worker runs at once", "4", false, true);
    private static final SettingKey SLEEP = new SettingKey(
            "queue.worker-sleep",
            "seconds until a worker that found nothing looks again, such as 1 or 0.01",
            "1",
            false,
            true);
    private static final SettingKey LEASE = new SettingKey(
            "queue.lease-seconds",
            "seconds without a sign of life until a worker's jobs are given to others",
            "60",
            false,
            true);
    private static final SettingKey GRACE = new SettingKey(
            "queue.stop-seconds",
            "seconds that a worker which is stopped waits for the jobs it runs",
            "30",
            false,
            true);
    private static final SettingKey MAX_RETRIES = new SettingKey(
            "queue.max-retries", "how often a failed job is tried again until it is dead", "3", false, true);
    private static final SettingKey RETRY_DELAYS = new SettingKey(
            "queue.retry-delays",
            "seconds until each retry, with commas between; the last one repeats",
            "60,300,900",
            false,
            true);
    private static final SettingKey MEMORY_LIMIT = new SettingKey(
            "queue.memory-limit-mb",
            "megabytes of heap from which on a worker finishes its jobs and ends; 0 for no limit",
            "0",
            false,
            true);
    private static final SettingKey KEEP = new SettingKey(
            "queue.completed-days",
            "days until workers remove jobs that are completed, cancelled, or dead and discarded",
            "7",
            false,
            true);

    static final List<SettingKey> KEYS =
            List.of(THREADS, SLEEP, LEASE, GRACE, MAX_RETRIES, RETRY_DELAYS, MEMORY_LIMIT, KEEP);

    /** Names without our prefix that count, too, where ours are not set. */
    static final Map<String, SettingKey> OTHER_VARIABLES =
            Map.of("QUEUE_MAX_RETRIES", MAX_RETRIES, "QUEUE_RETRY_DELAYS", RETRY_DELAYS, "QUEUE_WORKER_SLEEP", SLEEP);

    private static final long MILLION = 1024L * 1024;
    private static final double SHORTEST_SLEEP = 0.01;
    private static final double LONGEST_SLEEP = 60;
    private static final int LONGEST_DELAY = 7 * 24 * 3600;

    static void validate(Settings settings, List<String> errors) {
        settings.number(THREADS, 1, 256, errors);
        settings.number(LEASE, 3, 3600, errors);
        settings.number(GRACE, 1, 3600, errors);
        settings.number(MAX_RETRIES, 0, 100, errors);
        settings.number(MEMORY_LIMIT, 0, 1_000_000, errors);
        settings.number(KEEP, 1, 36500, errors);
        if (!isSleep(settings.get(SLEEP))) {
            errors.add(SLEEP.variable() + " (" + SLEEP.key() + ") is a number of seconds from 0.01 to 60, got \""
                    + settings.get(SLEEP) + "\"");
        }
        if (!areDelays(settings.get(RETRY_DELAYS))) {
            errors.add(RETRY_DELAYS.variable() + " (" + RETRY_DELAYS.key()
                    + ") are whole numbers of seconds from 0 to " + LONGEST_DELAY
                    + " with commas between, such as 60,300,900; got \"" + settings.get(RETRY_DELAYS) + "\"");
        }
    }

    static QueueSettings of(Settings settings) {
        return new QueueSettings(
                whole(settings, THREADS),
                Duration.ofMillis(new BigDecimal(settings.get(SLEEP).strip())
                        .movePointRight(3)
                        .longValue()),
                Duration.ofSeconds(whole(settings, LEASE)),
                Duration.ofSeconds(whole(settings, GRACE)),
                new RetrySchedule(whole(settings, MAX_RETRIES), delays(settings.get(RETRY_DELAYS))),
                whole(settings, MEMORY_LIMIT) * MILLION,
                Duration.ofDays(whole(settings, KEEP)));
    }

    private static int whole(Settings settings, SettingKey key) {
        return Integer.parseInt(settings.get(key).strip());
    }

    private static boolean isSleep(String text) {
        try {
            double seconds = Double.parseDouble(text.strip());
            return seconds >= SHORTEST_SLEEP && seconds <= LONGEST_SLEEP;
        } catch (NumberFormatException notANumber) {
            return false;
        }
    }

    private static boolean areDelays(String text) {
        try {
            return delays(text).stream().allMatch(delay -> !delay.isNegative() && delay.toSeconds() <= LONGEST_DELAY);
        } catch (NumberFormatException notANumber) {
            return false;
        }
    }

    private static List<Duration> delays(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(delay -> Duration.ofSeconds(Integer.parseInt(delay.strip())))
                .toList();
    }
}
