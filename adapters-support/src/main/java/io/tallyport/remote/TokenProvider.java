package io.tallyport.remote;

import io.tallyport.core.connection.Connection;
import io.tallyport.core.connection.Secret;
import io.tallyport.core.connection.SecretHandle;
import io.tallyport.core.connection.SecretStore;
import io.tallyport.core.kernel.ErrorCode;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;

/** Gives the access token for the next request: asked for each one, since tokens expire and rotate. Thread-safe. */
@FunctionalInterface
public interface TokenProvider {

    /**
     * The token as it is now.
     *
     * @throws PortException.Authentication when there is none
     */
    Secret token();

    /** Reads the stored secret each time, so that a replaced token is used at once. */
    static TokenProvider stored(SecretStore secrets, Connection connection, String purpose, ErrorCode whenMissing) {
        FailureContext context = FailureContext.of("token").on(connection.id()).withCode(whenMissing);
        return () -> {
            SecretHandle handle = connection.secrets().get(purpose);
            if (handle == null) {
                throw new PortException.Authentication(context, "the connection has no secret \"" + purpose + "\"");
            }
            return secrets.reveal(handle)
                    .orElseThrow(() ->
                            new PortException.Authentication(context, "the stored secret \"" + purpose + "\" is gone"));
        };
    }
}
