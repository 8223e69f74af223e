package io.tallyport.sandbox.http;

import java.util.Optional;

/**
 * Answers a request in the platform's own shape while a fault is on; endpoints may implement it.
 *
 * <p>It is asked for {@link FaultKind#STATUS}, {@link FaultKind#STALE}, {@link FaultKind#DUPLICATE_PAGE},
 * {@link FaultKind#TRUNCATED_PAGE} and {@link FaultKind#WRONG_VERSION}, <em>instead of</em>
 * {@link Endpoint#handle}: an implementation that means the request to take effect (stale, wrong-version) handles it
 * itself. The other kinds need no knowledge of the platform and are dealt with outside.
 */
@FunctionalInterface
public interface FaultAware {

    /**
     * The faulty answer; empty where the fault means nothing for this request. A status fault is then answered with a
     * plain body, any other is left out and counted as ignored.
     */
    Optional<SandboxResponse> faulted(SandboxRequest request, Fault fault);
}
