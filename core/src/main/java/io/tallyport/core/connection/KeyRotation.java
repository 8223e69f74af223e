package io.tallyport.core.connection;

import java.util.Optional;

/**
 * Goes over to another master key, in three steps, after each of which the program may be killed: secrets can be read at
 * every moment. Used by one at a time.
 */
public interface KeyRotation {

    /**
     * The key to go over to.
     *
     * @param oldId names the present key without giving it away
     * @param newId names the next one
     * @param key the next one itself
     */
    record Next(String oldId, String newId, Secret key) {}

    /**
     * Puts the next key where it is found as soon as secrets are encrypted with it; the present one still counts.
     *
     * @param given 32 bytes in base64; empty to make one, where the key is a file
     * @throws io.tallyport.core.kernel.PortException.Rejected when the present key is not the right one, the next is no
     *     key or the same, or none is given where one must be
     */
    Next prepare(Optional<Secret> given);

    /**
     * Encrypts every secret anew; joins the caller's unit of work, whose commit is the moment from which the next key
     * counts.
     *
     * @return how many secrets there are
     * @throws io.tallyport.core.kernel.PortException.Conflict when somebody else has changed the key meanwhile
     */
    int encryptAnew(Next next);

    /**
     * Puts the next key into the place of the old one, after the commit.
     *
     * @return in one sentence, where the keys are now and what a person must do
     */
    String settle(Next next);

    /** Takes a prepared key away again that nothing was encrypted with. */
    void abandon(Next next);
}
