package io.tallyport.sandbox.http;

import java.util.Optional;

/** Hands out large files; called from many threads at once. */
public interface Downloads {

    /** The answer, as it should be. */
    Delivery deliver(SandboxRequest request);

    /** The answer as the fault makes it; empty where the fault means nothing for this request. */
    Optional<Delivery> faulted(SandboxRequest request, Fault fault);
}
