package io.tallyport.sandbox.http;

import java.time.Duration;

/** What the server is to do with the connection a request came in on. */
public sealed interface Delivery {

    /** Send {@code response} once {@code after} has passed. */
    record Answer(SandboxResponse response, Duration after) implements Delivery {}

    /** Close the connection without a word. */
    record Cut() implements Delivery {}

    /** Close the connection without a word and run {@code effect} once {@code after} has passed. */
    record CutThen(Runnable effect, Duration after) implements Delivery {}

    /** An answer sent at once. */
    static Delivery of(SandboxResponse response) {
        return new Answer(response, Duration.ZERO);
    }
}
