package io.tallyport.sandbox.http;

/** Decides what becomes of a request, the connection's fate included; called from many threads at once. */
@FunctionalInterface
public interface Responder {

    Delivery respond(SandboxRequest request);

    /** A responder that always answers, at once. */
    static Responder of(Endpoint endpoint) {
        return request -> Delivery.of(endpoint.handle(request));
    }
}
