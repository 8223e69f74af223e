package io.tallyport.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.webhook.WebhookErrors;
import io.tallyport.runtime.Tallyport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running HTTP app over a started Tallyport. Closing it lets what has begun end, and then everything else. */
final class HttpApp implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HttpApp.class);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
    private static final String BEGUN = "begun";
    private static final int INTERNAL = 500;
    private static final int UNAVAILABLE = 503;

    private final Tallyport tallyport;
    private final Metrics metrics;
    private final Sources sources;
    private final Draining draining = new Draining();
    private final List<Endpoint> endpoints;
    private final Javalin server;
    private final Optional<InnerWorker> worker;

    private HttpApp(Tallyport tallyport, HttpOptions options) {
        this.tallyport = tallyport;
        this.metrics = new Metrics(tallyport);
        this.sources = new Sources(options.proxies());
        this.endpoints = endpoints(tallyport, metrics, draining);
        this.server = Javalin.create(this::configure);
        this.worker = options.withWorker() ? Optional.of(InnerWorker.start(tallyport)) : Optional.empty();
    }

    /** Listens. */
    static HttpApp start(Tallyport tallyport, HttpOptions options) {
        tallyport.webhooks().upkeep().schedule();
        HttpApp app = new HttpApp(tallyport, options);
        try {
            app.server.start(options.host(), options.port());
            return app;
        } catch (RuntimeException busy) {
            app.close();
            throw new IllegalStateException(
                    "it cannot listen on " + options.host() + ":" + options.port() + ": " + busy.getMessage(), busy);
        }
    }

    /** All routes that are served; the API's document says the same. */
    static List<Endpoint> endpoints(Tallyport tallyport, Metrics metrics, Draining draining) {
        List<Endpoint> all = new ArrayList<>();
        HookReceiver receiver = new HookReceiver(tallyport.webhooks(), metrics);
        all.add(Endpoint.post("/webhooks/{platform}/{connection}", receiver::receive)
                .opened());
        all.add(Endpoint.post("/webhooks/{platform}/{connection}/{secret}", receiver::receive)
                .opened());
        all.addAll(new HealthApi(tallyport, metrics, draining).endpoints());
        all.addAll(new SyncApi(tallyport).endpoints());
        all.addAll(new QueueApi(tallyport).endpoints());
        all.addAll(new WebhookApi(tallyport).endpoints());
        all.addAll(new OrderApi(tallyport).endpoints());
        return List.copyOf(all);
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.defaultContentType = "application/json";
        config.http.prefer405over404 = true;
        config.requestLogger.http(this::answered);
        config.routes.before(this::begin);
        config.routes.after(HttpApp::secure);
        endpoints.forEach(endpoint -> serve(config.routes, endpoint));
        failures(config.routes);
    }

    private void serve(RoutesConfig routes, Endpoint endpoint) {
        routes.addHttpHandler(endpoint.method(), endpoint.path(), context -> {
            if (!endpoint.open()) {
                Caller unused = Caller.of(context, tallyport.tokens());
            }
            endpoint.handler().handle(context);
        });
    }

    private void begin(Context context) {
        RequestId.begin(context);
        sources.note(context);
        if (draining.begin()) {
            context.attribute(BEGUN, true);
        } else if (!isProbe(context)) {
            // Said so that a webhook is sent again, to whoever is here then.
            context.header("Connection", "close");
            context.header("Retry-After", "5");
            throw Problem.of(UNAVAILABLE, WebhookErrors.UNAVAILABLE).stop();
        }
    }

    private static boolean isProbe(Context context) {
        return context.method().equals(HandlerType.GET) && context.path().endsWith("z");
    }

    private static void secure(Context context) {
        context.header("X-Content-Type-Options", "nosniff");
    }

    private void answered(Context context, float millis) {
        if (Boolean.TRUE.equals(context.attribute(BEGUN))) {
            draining.end();
        }
        AccessLog.line(context, millis);
        metrics.request(context, millis);
        RequestId.end();
    }

    private static void failures(RoutesConfig routes) {
        routes.exception(Problem.Stop.class, (stop, context) -> stop.problem().answer(context));
        routes.exception(
                PortException.class, (failure, context) -> Problem.of(failure).answer(context));
        routes.exception(
                IllegalArgumentException.class,
                (wrong, context) ->
                        Problem.badRequest(String.valueOf(wrong.getMessage())).answer(context));
        routes.exception(
                HttpResponseException.class,
                (refused, context) ->
                        Problem.of(refused.getStatus(), title(refused), "").answer(context));
        routes.exception(Exception.class, (failure, context) -> {
            LOG.error("a request failed", failure);
            Problem.of(INTERNAL, "Something unexpected went wrong", "the log tells more under the request's id")
                    .answer(context);
        });
    }

    private static String title(HttpResponseException refused) {
        return switch (refused.getStatus()) {
            case 404 -> "There is no such address";
            case 405 -> "The address does not take this method";
            case 413 -> "The request is too large";
            default -> "The request is refused";
        };
    }

    /** The port that it listens on. */
    int port() {
        return server.port();
    }

    /** Takes no further requests, lets those that run end, then stops listening and working. */
    @Override
    public void close() {
        draining.stop(STOP_LIMIT);
        server.stop();
        worker.ifPresent(InnerWorker::close);
        metrics.close();
    }
}
