package io.tallyport.remote;

import java.util.Optional;

/** Comes by the next token of one connection and stores it before anybody uses it. Called by one at a time. */
interface TokenRenewal {

    /** What is stored now. */
    Optional<TokenRecord> stored();

    /**
     * A new one, stored.
     *
     * @throws io.tallyport.core.kernel.PortException when none can be had; Transient unless a person must act
     */
    TokenRecord renew();
}
