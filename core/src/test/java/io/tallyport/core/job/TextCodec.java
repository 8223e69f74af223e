package io.tallyport.core.job;

/** A payload that is a text; what begins with {@code broken} cannot be read. */
public final class TextCodec implements JobCodec<String> {

    @Override
    public String encode(String payload) {
        return "\"" + payload + "\"";
    }

    @Override
    public String decode(int version, String payload) {
        if (payload.startsWith("broken")) {
            throw new IllegalArgumentException("it is broken at 1:1");
        }
        return payload.substring(1, payload.length() - 1);
    }
}
