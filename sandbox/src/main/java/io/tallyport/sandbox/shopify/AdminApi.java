package io.tallyport.sandbox.shopify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tallyport.sandbox.http.Endpoint;
import io.tallyport.sandbox.http.Fault;
import io.tallyport.sandbox.http.FaultAware;
import io.tallyport.sandbox.http.FaultKind;
import io.tallyport.sandbox.http.SandboxRequest;
import io.tallyport.sandbox.http.SandboxResponse;
import io.tallyport.sandbox.oauth.AccessTokens;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Paths, tokens, versions and the errors that are not GraphQL's: the HTTP around the engine. */
final class AdminApi implements Endpoint, FaultAware {

    private static final Pattern PATH = Pattern.compile("/admin/api/([0-9]{4}-[0-9]{2})/graphql\\.json");
    private static final List<String> VERSIONS = List.of("2026-01", "2026-04", "2026-07", "2026-10");
    private static final Set<String> QUANTITY_WRITES = Set.of("inventorySetQuantities", "inventoryAdjustQuantities");
    private static final Set<String> WRITES = Set.of(
            "inventorySetQuantities",
            "inventoryAdjustQuantities",
            "inventoryActivate",
            "bulkOperationRunQuery",
            "bulkOperationCancel");
    private static final Map<Integer, String> TEXTS = Map.of(
            401,
            "[API] Invalid API key or access token (unrecognized login or wrong password)",
            402,
            "This shop's plan does not have access to this feature",
            403,
            "User does not have access",
            404,
            "Not Found",
            423,
            "This shop is unavailable",
            500,
            "Internal Server Error",
            502,
            "Bad Gateway",
            503,
            "Service Unavailable",
            504,
            "Gateway Timeout");
    private static final TypeReference<LinkedHashMap<String, Object>> VARIABLES = new TypeReference<>() {};

    private final ObjectMapper json = new ObjectMapper();
    private final Engine engine;
    private final AccessTokens tokens;

    AdminApi(Engine engine, AccessTokens tokens) {
        this.engine = engine;
        this.tokens = tokens;
    }

    /** A request that came through the door, with its variables as they were written. */
    private record Admitted(Engine.Request request, String variables, String host) {}

    @Override
    public SandboxResponse handle(SandboxRequest request) {
        String version = version(request);
        return refusal(request, version)
                .orElseGet(() -> read(request)
                        .map(admitted -> run(admitted, version, version, Optional.empty())
                                .answer())
                        .orElseGet(() -> withoutQuery(version)));
    }

    @Override
    public Optional<SandboxResponse> faulted(SandboxRequest request, Fault fault) {
        String version = version(request);
        if (fault.kind() == FaultKind.STATUS && fault.status() != 429) {
            return Optional.of(failed(version, fault));
        }
        Optional<SandboxResponse> refusal = refusal(request, version);
        return refusal.isPresent() ? refusal : read(request).flatMap(visit -> faulted(visit, version, fault));
    }

    private Optional<SandboxResponse> faulted(Admitted visit, String version, Fault fault) {
        List<String> fields = engine.rootFields(visit.request());
        return switch (fault.kind()) {
            case STATUS -> Optional.of(respond(200, version, engine.throttled(visit.request())));
            case WRONG_VERSION ->
                Optional.of(
                        run(visit, version, other(version), Optional.empty()).answer());
            case STALE ->
                fields.stream().noneMatch(QUANTITY_WRITES::contains)
                        ? Optional.empty()
                        : Optional.of(run(visit, version, version, Optional.of(fault.kind()))
                                .answer());
            case DUPLICATE_PAGE, TRUNCATED_PAGE ->
                fields.stream().anyMatch(WRITES::contains)
                        ? Optional.empty()
                        : Optional.of(run(visit, version, version, Optional.of(fault.kind())))
                                .filter(run -> run.call().faulted())
                                .map(Run::answer);
            default -> Optional.empty();
        };
    }

    private record Run(Call call, SandboxResponse answer) {}

    private Run run(Admitted visit, String version, String told, Optional<FaultKind> fault) {
        Call call = new Call(version, visit.variables(), fault, visit.host());
        return new Run(call, respond(200, told, engine.answer(visit.request(), call)));
    }

    /** The version that answers: the one asked for, or the oldest there still is. */
    private static String version(SandboxRequest request) {
        Matcher matcher = PATH.matcher(request.path());
        return matcher.matches() && VERSIONS.contains(matcher.group(1)) ? matcher.group(1) : VERSIONS.get(0);
    }

    private static String other(String version) {
        return VERSIONS.get((VERSIONS.indexOf(version) + 1) % VERSIONS.size());
    }

    private Optional<SandboxResponse> refusal(SandboxRequest request, String version) {
        if (!PATH.matcher(request.path()).matches() || !request.method().equals("POST")) {
            return Optional.of(failed(version, 404, TEXTS.getOrDefault(404, "")));
        }
        return request.header("x-shopify-access-token").filter(tokens::accepts).isPresent()
                ? Optional.empty()
                : Optional.of(failed(version, 401, TEXTS.getOrDefault(401, "")));
    }

    private Optional<Admitted> read(SandboxRequest request) {
        try {
            JsonNode body = json.readTree(request.body());
            String query = body.path("query").asText("");
            JsonNode variables = body.path("variables");
            Optional<String> operation = Optional.of(body.path("operationName").asText(""))
                    .filter(name -> !name.isEmpty() && !name.equals("null"));
            Map<String, Object> values = variables.isObject() ? json.convertValue(variables, VARIABLES) : Map.of();
            return query.isBlank()
                    ? Optional.empty()
                    : Optional.of(new Admitted(
                            new Engine.Request(query, values, operation),
                            variables.toString(),
                            request.header("host").orElse("127.0.0.1")));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private SandboxResponse withoutQuery(String version) {
        return failed(version, 400, Map.of("query", "Required parameter missing or invalid"));
    }

    private SandboxResponse failed(String version, Fault fault) {
        SandboxResponse answer =
                failed(version, fault.status(), TEXTS.getOrDefault(fault.status(), "Error " + fault.status()));
        Map<String, String> headers = new LinkedHashMap<>(answer.headers());
        fault.retryAfter().ifPresent(value -> headers.put("Retry-After", value));
        return SandboxResponse.json(answer.status(), headers, answer.body());
    }

    private SandboxResponse failed(String version, int status, Object errors) {
        return respond(status, version, Map.of("errors", errors));
    }

    private SandboxResponse respond(int status, String version, Map<String, Object> body) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-Shopify-API-Version", version);
        headers.put("X-Request-Id", UUID.randomUUID().toString());
        try {
            return SandboxResponse.json(status, headers, json.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer that is not JSON", e);
        }
    }
}
