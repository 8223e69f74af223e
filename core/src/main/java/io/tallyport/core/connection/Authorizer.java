package io.tallyport.core.connection;

import java.net.URI;
import java.util.Map;

/**
 * Asks the owner of an account for the right to use it, for one connection: OAuth's authorization code, RFC 6749
 * section 4.1, with the proof key of RFC 7636 where the platform knows it. Thread-safe.
 */
public interface Authorizer {

    /**
     * What the owner is asked.
     *
     * @param redirectUri where the platform sends the owner's browser afterwards
     * @param state comes back with the answer and shows that it answers this question
     * @param challenge the hash of a verifier (S256), which is sent with the code
     */
    record Question(URI redirectUri, String state, String challenge) {}

    /** The page to open in a browser; no I/O. */
    URI page(Question question);

    /**
     * Turns the platform's answer into tokens, by one call to it.
     *
     * @param redirectUri as it was asked with
     * @param verifier what the challenge was made from
     * @param answer the parameters that came back, {@code code} among them
     * @return what {@link ConnectionTokens} is to keep
     * @throws io.tallyport.core.kernel.PortException when the platform gives none
     */
    Secret exchange(URI redirectUri, String verifier, Map<String, String> answer);
}
