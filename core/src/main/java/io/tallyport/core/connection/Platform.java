package io.tallyport.core.connection;

/**
 * A kind of remote system, by the code its connector answers to, such as {@code lightspeed-r} or {@code shopify}.
 *
 * @param code lower case
 */
public record Platform(String code) {

    @Override
    public String toString() {
        return code;
    }
}
