package io.tallyport.sandbox.http;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection, from its first request to the end; returning means that the connection is to be closed. */
final class Conversation {

    private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);

    private final RequestReader reader;
    private final ResponseWriter writer;
    private final Responder responder;
    private final Predicate<Duration> waiting;
    private final BiConsumer<Runnable, Duration> later;

    Conversation(
            Socket socket,
            Clock clock,
            Responder responder,
            Predicate<Duration> waiting,
            BiConsumer<Runnable, Duration> later)
            throws IOException {
        BufferedOutputStream out = new BufferedOutputStream(socket.getOutputStream(), 32 * 1024);
        this.reader = new RequestReader(new BufferedInputStream(socket.getInputStream(), 32 * 1024), out);
        this.writer = new ResponseWriter(out, clock);
        this.responder = responder;
        this.waiting = waiting;
        this.later = later;
    }

    void run() throws IOException {
        try {
            Optional<SandboxRequest> request = reader.next();
            while (request.isPresent() && served(request.get())) {
                request = reader.next();
            }
        } catch (MalformedRequest e) {
            String body = "bad request: " + e.getMessage() + "\n";
            writer.write(new SandboxResponse(400, Map.of(), "text/plain", body), false, true);
        }
    }

    /** Whether the connection stays open. */
    private boolean served(SandboxRequest request) throws IOException {
        Delivery delivery = delivery(request);
        if (delivery instanceof Delivery.CutThen cut) {
            later.accept(cut.effect(), cut.after());
            return false;
        }
        boolean lastOne =
                request.header("connection").filter("close"::equalsIgnoreCase).isPresent();
        boolean headOnly = request.method().equals("HEAD");
        if (delivery instanceof Delivery.Answer answer && waited(answer.after())) {
            writer.write(answer.response(), headOnly, lastOne);
            told(request, answer.response());
            return !lastOne;
        }
        if (delivery instanceof Delivery.Download download && waited(download.after())) {
            writer.write(download, headOnly, lastOne);
            told(request, download.head());
            return !lastOne && !download.cut();
        }
        return false;
    }

    private boolean waited(Duration time) {
        return time.isZero() || waiting.test(time);
    }

    private static void told(SandboxRequest request, SandboxResponse response) {
        LOG.debug("{} {} {}", request.method(), request.path(), response.status());
    }

    private Delivery delivery(SandboxRequest request) {
        try {
            return responder.respond(request);
        } catch (RuntimeException e) {
            LOG.error("{} {} failed in the stand-in itself", request.method(), request.path(), e);
            return Delivery.of(new SandboxResponse(500, Map.of(), "text/plain", "the stand-in failed: " + e + "\n"));
        }
    }
}
