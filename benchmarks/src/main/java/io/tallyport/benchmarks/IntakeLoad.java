package io.tallyport.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Sends signed webhooks of about half a kilobyte, as fast as they are answered or at a rate. */
final class IntakeLoad {

    static final String SECRET = "secret-of-the-intake-figure";

    private static final int SENDERS = 32;
    private static final String FILL = "x".repeat(450);
    private static final double P99 = 0.99;

    private final URI address;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicLong number = new AtomicLong(System.nanoTime());
    private final AtomicInteger refused = new AtomicInteger();

    IntakeLoad(URI base) {
        this.address = base.resolve("/webhooks/lightspeed-x/till?topic=sale.update");
    }

    /** Answers other than 200 so far. */
    int refused() {
        return refused.get();
    }

    /** Webhooks a second when each sender waits for its answer. */
    double rate(double seconds) throws InterruptedException {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        AtomicInteger done = new AtomicInteger();
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        long begin = System.nanoTime();
        for (int i = 0; i < SENDERS; i++) {
            senders.execute(() -> {
                while (System.nanoTime() < end) {
                    send();
                    done.incrementAndGet();
                }
            });
        }
        senders.shutdown();
        boolean unused = senders.awaitTermination(10, TimeUnit.MINUTES);
        return done.get() / ((System.nanoTime() - begin) / 1e9);
    }

    /** The 99th percentile in milliseconds, from when a webhook was due, at so many a second. */
    double p99(double perSecond, double seconds) throws InterruptedException {
        int count = (int) (perSecond * seconds);
        double[] millis = new double[count];
        ExecutorService senders = Executors.newCachedThreadPool();
        Semaphore atOnce = new Semaphore(200);
        long begin = System.nanoTime();
        for (int i = 0; i < count; i++) {
            int index = i;
            long due = begin + (long) (i / perSecond * 1e9);
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            atOnce.acquire();
            senders.execute(() -> {
                send();
                millis[index] = (System.nanoTime() - due) / 1e6;
                atOnce.release();
            });
        }
        senders.shutdown();
        boolean unused = senders.awaitTermination(10, TimeUnit.MINUTES);
        Arrays.sort(millis);
        return millis[(int) (count * P99)];
    }

    private void send() {
        String body = "payload=%7B%22n%22%3A" + number.incrementAndGet() + "%7D&fill=" + FILL;
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Signature", signature(body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() != 200) {
                refused.incrementAndGet();
            }
        } catch (IOException failed) {
            refused.incrementAndGet();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static String signature(String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] hash = mac.doFinal(body.getBytes(StandardCharsets.UTF_8));
            return "signature=" + HexFormat.of().formatHex(hash) + ",algorithm=HMAC-SHA256";
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
