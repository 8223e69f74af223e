package io.tallyport.sandbox.http;

/** Answers requests; called from many threads at once. */
@FunctionalInterface
public interface Endpoint {

    SandboxResponse handle(SandboxRequest request);
}
