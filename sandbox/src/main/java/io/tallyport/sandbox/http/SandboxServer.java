package io.tallyport.sandbox.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A small HTTP/1.1 server on 127.0.0.1 that can cut a connection at any point and whose {@code Date} is a given clock's.
 *
 * <p>It speaks to sockets itself because the JDK's server overwrites the {@code Date} header with the machine's time.
 * Requests go to the responder with the longest fitting path prefix.
 */
public final class SandboxServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SandboxServer.class);
    private static final int MOST_CONNECTIONS = 128;
    private static final Duration LONGEST_IDLE = Duration.ofMinutes(2);

    private final ServerSocket listener;
    private final Map<String, Responder> routes;
    private final Clock clock;
    private final ThreadPoolExecutor workers;
    private final ScheduledExecutorService later;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closing = new CountDownLatch(1);

    private SandboxServer(ServerSocket listener, Map<String, Responder> routes, Clock clock) {
        this.listener = listener;
        this.routes = Map.copyOf(routes);
        this.clock = clock;
        this.workers = new ThreadPoolExecutor(
                MOST_CONNECTIONS,
                MOST_CONNECTIONS,
                5,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                threads("sandbox-connection-"));
        this.workers.allowCoreThreadTimeOut(true);
        this.later = Executors.newSingleThreadScheduledExecutor(threads("sandbox-later-"));
    }

    /**
     * Starts listening.
     *
     * @param port 0 for any free one
     * @param routes responders by path prefix
     * @param clock the time of the {@code Date} headers
     * @throws UncheckedIOException when the port is taken
     */
    public static SandboxServer start(int port, Map<String, Responder> routes, Clock clock) {
        try {
            ServerSocket listener = new ServerSocket();
            listener.setReuseAddress(true);
            listener.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), 256);
            SandboxServer server = new SandboxServer(listener, routes, clock);
            threads("sandbox-listener-").newThread(server::accept).start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on 127.0.0.1:" + port, e);
        }
    }

    /** The port listened on. */
    public int port() {
        return listener.getLocalPort();
    }

    /** Stops listening and drops all connections; effects still to come are lost. */
    @Override
    public void close() {
        closing.countDown();
        try {
            listener.close();
        } catch (IOException e) {
            LOG.debug("closing the listener", e);
        }
        open.forEach(SandboxServer::drop);
        later.shutdownNow();
        workers.shutdownNow();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                take(listener.accept());
            } catch (IOException e) {
                if (!listener.isClosed()) {
                    LOG.warn("cannot accept a connection", e);
                }
            }
        }
    }

    private void take(Socket socket) {
        open.add(socket);
        try {
            workers.execute(() -> converse(socket));
        } catch (RejectedExecutionException e) {
            LOG.debug("a connection came while closing", e);
            open.remove(socket);
            drop(socket);
        }
    }

    private void converse(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(Math.toIntExact(LONGEST_IDLE.toMillis()));
            new Conversation(socket, clock, this::respond, this::await, this::runLater).run();
        } catch (IOException e) {
            LOG.debug("connection ended: {}", e.getMessage());
        } finally {
            open.remove(socket);
        }
    }

    private Delivery respond(SandboxRequest request) {
        return routes.entrySet().stream()
                .filter(route -> request.path().startsWith(route.getKey()))
                .max(Map.Entry.comparingByKey((a, b) -> Integer.compare(a.length(), b.length())))
                .map(route -> route.getValue().respond(request))
                .orElseGet(() -> Delivery.of(new SandboxResponse(404, Map.of(), "text/plain", "nothing here\n")));
    }

    /** Waits, and no longer than the server lives; true when the time is over. */
    private boolean await(Duration time) {
        try {
            return !closing.await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void runLater(Runnable effect, Duration after) {
        Future<?> unused = later.schedule(
                () -> {
                    try {
                        effect.run();
                    } catch (RuntimeException e) {
                        LOG.warn("a late effect failed", e);
                    }
                    return null;
                },
                after.toNanos(),
                TimeUnit.NANOSECONDS);
    }

    private static void drop(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("closing a connection", e);
        }
    }

    private static ThreadFactory threads(String prefix) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, prefix + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
