package io.tallyport.remote;

import feign.RequestInterceptor;
import io.tallyport.core.connection.Connection;
import io.tallyport.core.connection.Secret;
import io.tallyport.core.connection.SecretHandle;
import io.tallyport.core.connection.SecretStore;
import io.tallyport.core.kernel.ErrorCode;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import java.util.function.Predicate;

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
     * Hears that the platform refused a token as expired or revoked; asked at most once for a failed call.
     *
     * @param wasSent whether a token is the one that was refused
     * @return whether there is another one by now, so that the call, of which nothing was done, may be sent again
     * @throws PortException when a new one is needed and cannot be had
     */
    default boolean refused(Predicate<Secret> wasSent) {
        return false;
    }

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
