package io.tallyport.sandbox.faults;

import io.tallyport.sandbox.http.Delivery;
import io.tallyport.sandbox.http.Downloads;
import io.tallyport.sandbox.http.Endpoint;
import io.tallyport.sandbox.http.Fault;
import io.tallyport.sandbox.http.FaultAware;
import io.tallyport.sandbox.http.FaultKind;
import io.tallyport.sandbox.http.Responder;
import io.tallyport.sandbox.http.SandboxRequest;
import io.tallyport.sandbox.http.SandboxResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lets requests go wrong by the rules in force; the first rule that hits decides, all matching ones count. */
public final class FaultEngine {

    private static final SandboxResponse HTML_PAGE = new SandboxResponse(
            200,
            Map.of(),
            "text/html; charset=utf-8",
            "<!DOCTYPE html>\n<html><head><title>We'll be right back</title></head>"
                    + "<body><h1>We'll be right back</h1><p>Please try again in a few minutes.</p></body></html>\n");

    private final List<ArmedRule> rules = new ArrayList<>();

    /** Puts further rules in force, after those there are. */
    public synchronized void add(FaultScript script) {
        script.rules().forEach(rule -> rules.add(new ArmedRule(rule)));
    }

    /** Takes all rules out of force. */
    public synchronized void clear() {
        rules.clear();
    }

    /** How often each rule in force matched, hit and was ignored, in the rules' order. */
    public synchronized List<RuleCount> counts() {
        return rules.stream().map(ArmedRule::count).toList();
    }

    /** The endpoint with the rules around it; platform-shaped faults are asked of it where it is {@link FaultAware}. */
    public Responder around(String platform, Endpoint endpoint) {
        return request -> draw(platform, request)
                .map(rule -> deliver(rule, endpoint, request))
                .orElseGet(() -> Delivery.of(endpoint.handle(request)));
    }

    /** The downloads with the rules around them. */
    public Responder around(String platform, Downloads downloads) {
        return request -> draw(platform, request)
                .map(rule -> deliver(rule, downloads, request))
                .orElseGet(() -> downloads.deliver(request));
    }

    private Delivery deliver(ArmedRule rule, Downloads downloads, SandboxRequest request) {
        Fault fault = rule.fault();
        return switch (fault.kind()) {
            case CUT_BEFORE, LATE -> new Delivery.Cut();
            case HTML -> Delivery.of(HTML_PAGE);
            default ->
                downloads.faulted(request, fault).orElseGet(() -> {
                    ignored(rule);
                    return downloads.deliver(request);
                });
        };
    }

    private synchronized void ignored(ArmedRule rule) {
        rule.ignored();
    }

    private synchronized Optional<ArmedRule> draw(String platform, SandboxRequest request) {
        Optional<ArmedRule> first = Optional.empty();
        for (ArmedRule rule : rules) {
            if (rule.matches(platform, request) && first.isEmpty()) {
                first = Optional.of(rule);
            }
        }
        first.ifPresent(ArmedRule::hit);
        return first;
    }

    private Delivery deliver(ArmedRule rule, Endpoint endpoint, SandboxRequest request) {
        Fault fault = rule.fault();
        return switch (fault.kind()) {
            case CUT_BEFORE -> new Delivery.Cut();
            case CUT_AFTER -> {
                endpoint.handle(request);
                yield new Delivery.Cut();
            }
            case LATE -> new Delivery.CutThen(() -> endpoint.handle(request), fault.delay());
            case SLOW -> new Delivery.Answer(endpoint.handle(request), fault.delay());
            case HTML -> Delivery.of(HTML_PAGE);
            case STATUS, STALE, DUPLICATE_PAGE, TRUNCATED_PAGE, WRONG_VERSION ->
                Delivery.of(shaped(rule, endpoint, request));
        };
    }

    private SandboxResponse shaped(ArmedRule rule, Endpoint endpoint, SandboxRequest request) {
        Fault fault = rule.fault();
        Optional<SandboxResponse> own =
                endpoint instanceof FaultAware aware ? aware.faulted(request, fault) : Optional.empty();
        if (own.isPresent()) {
            return own.get();
        }
        if (fault.kind() == FaultKind.STATUS) {
            Map<String, String> headers = fault.retryAfter()
                    .map(value -> Map.of("Retry-After", value))
                    .orElse(Map.of());
            return new SandboxResponse(fault.status(), headers, "text/plain", "error " + fault.status() + "\n");
        }
        ignored(rule);
        return endpoint.handle(request);
    }
}
