package io.tallyport.remote;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A body that is read while it comes, no faster than it is read.
 *
 * <p>The JDK's own stream waits for ever when a transfer stalls; this one gives up after a while without a byte.
 */
final class StreamedBody extends InputStream implements BodySubscriber<InputStream> {

    private final Duration stall;
    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
    private final Deque<ByteBuffer> parts = new ArrayDeque<>();
    private @Nullable Subscription subscription;
    private boolean closed;
    private boolean ended;

    /** Some bytes, or the end, or what broke the transfer. */
    private record Arrival(
            List<ByteBuffer> bytes, boolean last, @Nullable Throwable failure) {}

    StreamedBody(Duration stall) {
        this.stall = stall;
    }

    @Override
    public CompletionStage<InputStream> getBody() {
        return CompletableFuture.completedFuture(this);
    }

    @Override
    public void onSubscribe(Subscription given) {
        if (isWanted(given)) {
            given.request(1);
        } else {
            given.cancel();
        }
    }

    private synchronized boolean isWanted(Subscription given) {
        if (!closed) {
            subscription = given;
        }
        return !closed;
    }

    @Override
    public void onNext(List<ByteBuffer> bytes) {
        arrivals.add(new Arrival(bytes, false, null));
    }

    @Override
    public void onError(Throwable failure) {
        arrivals.add(new Arrival(List.of(), true, failure));
    }

    @Override
    public void onComplete() {
        arrivals.add(new Arrival(List.of(), true, null));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (parts.isEmpty()) {
            if (ended) {
                return -1;
            }
            take();
        }
        ByteBuffer first = parts.element();
        int count = Math.min(length, first.remaining());
        first.get(into, offset, count);
        if (!first.hasRemaining()) {
            parts.remove();
        }
        return count;
    }

    private void take() throws IOException {
        Arrival arrival = awaited();
        Throwable failure = arrival.failure();
        if (failure != null) {
            throw failure instanceof IOException io ? io : new IOException("the transfer broke", failure);
        }
        ended = arrival.last();
        arrival.bytes().stream().filter(ByteBuffer::hasRemaining).forEach(parts::add);
        if (!ended) {
            more();
        }
    }

    private synchronized void more() {
        if (subscription != null) {
            subscription.request(1);
        }
    }

    private Arrival awaited() throws IOException {
        Arrival arrival;
        try {
            arrival = arrivals.poll(stall.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
        if (arrival == null) {
            throw new HttpTimeoutException("no byte came within " + stall.toMillis() + " ms");
        }
        return arrival;
    }

    /** Stops the transfer. */
    @Override
    public synchronized void close() {
        closed = true;
        if (subscription != null) {
            subscription.cancel();
        }
    }
}
