package io.tallyport.sandbox.http;

import java.time.Duration;

/** What the server is to do with the connection a request came in on. */
public sealed interface Delivery {

    /** Send {@code response} once {@code after} has passed. */
    record Answer(SandboxResponse response, Duration after) implements Delivery {}

    /**
     * Send {@code head} with a body from elsewhere once {@code after} has passed.
     *
     * @param head status, headers and content type; its own body is not sent
     * @param length of the body, as it is announced
     * @param sent how much of it is sent; where that is less than the length, the connection is closed then
     */
    record Download(SandboxResponse head, Content content, long length, long sent, Duration after) implements Delivery {

        /** The same, as late as that. */
        public Download late(Duration later) {
            return new Download(head, content, length, sent, later);
        }

        /** Whether the connection is closed in the middle of it. */
        public boolean cut() {
            return sent < length;
        }
    }

    /** Close the connection without a word. */
    record Cut() implements Delivery {}

    /** Close the connection without a word and run {@code effect} once {@code after} has passed. */
    record CutThen(Runnable effect, Duration after) implements Delivery {}

    /** An answer sent at once. */
    static Delivery of(SandboxResponse response) {
        return new Answer(response, Duration.ZERO);
    }
}
