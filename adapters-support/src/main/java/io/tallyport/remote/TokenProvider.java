package io.tallyport.remote;

import feign.RequestInterceptor;
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

    /**
     * Puts the token on each request as the header {@code name}, after {@code prefix}.
     *
     * @param whenUnusable for a token that cannot be part of a header, which is never shown
     */
    default RequestInterceptor asHeader(String name, String prefix, ErrorCode whenUnusable) {
        return request -> {
            String token = token().reveal().strip();
            if (!token.chars().allMatch(c -> c > ' ' && c < 127)) {
                throw new PortException.Authentication(
                        FailureContext.of("token").withCode(whenUnusable),
                        "the token holds characters that no token has; it was probably pasted wrongly");
            }
            request.headerLiteral(name, prefix + token);
        };
    }

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
