package io.tallyport.http;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;

/**
 * A route that is served.
 *
 * @param path as the router has it, such as {@code /api/v1/runs/{id}}
 * @param open whether it asks for no token
 */
record Endpoint(HandlerType method, String path, boolean open, Handler handler) {

    static Endpoint get(String path, Handler handler) {
        return new Endpoint(HandlerType.GET, path, false, handler);
    }

    static Endpoint post(String path, Handler handler) {
        return new Endpoint(HandlerType.POST, path, false, handler);
    }

    /** Without a token. */
    Endpoint opened() {
        return new Endpoint(method, path, true, handler);
    }
}
