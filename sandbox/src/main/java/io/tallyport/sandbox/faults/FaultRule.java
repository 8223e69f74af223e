package io.tallyport.sandbox.faults;

import io.tallyport.sandbox.http.Fault;
import io.tallyport.sandbox.http.SandboxRequest;
import java.util.Optional;

/**
 * One line of a fault script: which requests, when, and what happens to them.
 *
 * @param platform {@code rseries}, {@code xseries}, {@code shopify} or {@code storage}; empty for all
 * @param method upper case; empty for any
 * @param pathContains looked for in the decoded path with its decoded query; empty for any
 * @param bodyContains looked for in the request's body; empty for any
 * @param after the first matching request to go wrong, counted from 1
 * @param times how many go wrong
 * @param every from the first one on, each how-manieth matching request goes wrong; 1 for all of them
 */
public record FaultRule(
        Optional<String> platform,
        Optional<String> method,
        Optional<String> pathContains,
        Optional<String> bodyContains,
        long after,
        long times,
        long every,
        Fault fault) {

    boolean matches(String requestPlatform, SandboxRequest request) {
        return platform.filter(wanted -> !wanted.equals(requestPlatform)).isEmpty()
                && method.filter(wanted -> !wanted.equals(request.method())).isEmpty()
                && pathContains.filter(part -> !target(request).contains(part)).isEmpty()
                && bodyContains.filter(part -> !request.body().contains(part)).isEmpty();
    }

    /** Whether the {@code n}-th matching request, counted from 1, goes wrong. */
    boolean hits(long n) {
        return n >= after && (n - after) % every == 0 && (n - after) / every < times;
    }

    private static String target(SandboxRequest request) {
        StringBuilder target = new StringBuilder(request.path());
        request.query()
                .forEach((name, values) -> values.forEach(value -> target.append(target.indexOf("?") < 0 ? '?' : '&')
                        .append(name)
                        .append('=')
                        .append(value)));
        return target.toString();
    }
}
