package io.tallyport.sandbox.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tallyport.sandbox.http.Delivery;
import io.tallyport.sandbox.http.Endpoint;
import io.tallyport.sandbox.http.Fault;
import io.tallyport.sandbox.http.FaultAware;
import io.tallyport.sandbox.http.Json;
import io.tallyport.sandbox.http.Responder;
import io.tallyport.sandbox.http.SandboxRequest;
import io.tallyport.sandbox.http.SandboxResponse;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Counts what reaches one platform and what becomes of it. */
public final class Traffic {

    private static final Pattern READ_BY_POST = Pattern.compile("/api/\\d{4}-\\d{2}/inventory(_levels)?");

    private long requests;
    private long writeRequests;
    private long writesHandled;
    private long throttled;
    private long cut;
    private long late;
    private long lateDone;
    private final Map<Integer, Long> byStatus = new TreeMap<>();

    /** Counts requests, answers and cuts as the client sees them. */
    public Responder outside(Responder responder) {
        return request -> {
            arrived(request);
            Delivery delivery = responder.respond(request);
            if (delivery instanceof Delivery.CutThen later) {
                return delayed(later);
            }
            left(delivery);
            return delivery;
        };
    }

    /** Counts the writes that the platform really handles, whether or not the client hears of it. */
    public Endpoint inside(Endpoint endpoint) {
        return new Inside(endpoint);
    }

    /** Starts again from zero. */
    public synchronized void reset() {
        requests = 0;
        writeRequests = 0;
        writesHandled = 0;
        throttled = 0;
        cut = 0;
        late = 0;
        lateDone = 0;
        byStatus.clear();
    }

    synchronized ObjectNode json() {
        ObjectNode node = Json.object()
                .put("requests", requests)
                .put("writeRequests", writeRequests)
                .put("writesHandled", writesHandled)
                .put("throttled", throttled)
                .put("cut", cut)
                .put("late", late)
                .put("lateDone", lateDone);
        ObjectNode statuses = node.putObject("byStatus");
        byStatus.forEach((status, count) -> statuses.put(Integer.toString(status), count));
        return node;
    }

    private synchronized void arrived(SandboxRequest request) {
        requests++;
        if (writes(request)) {
            writeRequests++;
        }
    }

    private synchronized void left(Delivery delivery) {
        if (delivery instanceof Delivery.Answer answer) {
            byStatus.merge(answer.response().status(), 1L, Long::sum);
            if (throttles(answer.response())) {
                throttled++;
            }
        } else if (delivery instanceof Delivery.Download download) {
            byStatus.merge(download.head().status(), 1L, Long::sum);
            cut += download.cut() ? 1 : 0;
        } else {
            cut++;
        }
    }

    private synchronized Delivery delayed(Delivery.CutThen later) {
        cut++;
        late++;
        return new Delivery.CutThen(
                () -> {
                    later.effect().run();
                    synchronized (this) {
                        lateDone++;
                    }
                },
                later.after());
    }

    private synchronized void handled(SandboxRequest request, SandboxResponse response) {
        if (writes(request) && response.status() < 300 && !throttles(response)) {
            writesHandled++;
        }
    }

    /** GraphQL reads by POST, so there the word decides, and a bulk operation reads; X-Series reads its stock by POST. */
    private static boolean writes(SandboxRequest request) {
        if (request.path().endsWith("/graphql.json")) {
            return request.body().contains("mutation") && !request.body().contains("bulkOperation");
        }
        return !request.method().equals("GET")
                && !READ_BY_POST.matcher(request.path()).matches();
    }

    private static boolean throttles(SandboxResponse response) {
        return response.status() == 429 || response.body().contains("\"THROTTLED\"");
    }

    private final class Inside implements Endpoint, FaultAware {

        private final Endpoint endpoint;

        private Inside(Endpoint endpoint) {
            this.endpoint = endpoint;
        }

        @Override
        public SandboxResponse handle(SandboxRequest request) {
            SandboxResponse response = endpoint.handle(request);
            handled(request, response);
            return response;
        }

        @Override
        public Optional<SandboxResponse> faulted(SandboxRequest request, Fault fault) {
            Optional<SandboxResponse> response =
                    endpoint instanceof FaultAware aware ? aware.faulted(request, fault) : Optional.empty();
            response.ifPresent(one -> handled(request, one));
            return response;
        }
    }
}
