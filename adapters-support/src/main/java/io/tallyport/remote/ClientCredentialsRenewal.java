package io.tallyport.remote;

import io.tallyport.core.connection.AuthorizationErrors;
import io.tallyport.core.kernel.PortException;
import java.util.Optional;
import java.util.function.Supplier;

/** Fetches a token for client id and secret: no refresh token, nothing that could be spent. */
final class ClientCredentialsRenewal implements TokenRenewal {

    private final TokenShelf shelf;
    private final TokenEndpoint endpoint;
    private final Supplier<TokenEndpoint.Client> client;

    ClientCredentialsRenewal(TokenShelf shelf, TokenEndpoint endpoint, Supplier<TokenEndpoint.Client> client) {
        this.shelf = shelf;
        this.endpoint = endpoint;
        this.client = client;
    }

    @Override
    public Optional<TokenRecord> stored() {
        return shelf.stored();
    }

    @Override
    public TokenRecord renew() {
        Optional<TokenRecord> old = shelf.stored();
        TokenRecord fresh = fetched(old.map(TokenRecord::generation).orElse(0L) + 1);
        return shelf.keep(old, fresh) ? fresh : shelf.stored().orElse(fresh);
    }

    private TokenRecord fetched(long generation) {
        try {
            return endpoint.fetch(client.get(), generation);
        } catch (PortException.Authentication refused) {
            throw new PortException.Authentication(
                    refused.context().withCode(AuthorizationErrors.CLIENT_REFUSED),
                    String.valueOf(refused.getMessage()));
        } catch (PortException.Rejected refused) {
            throw refused;
        } catch (PortException failed) {
            throw RefreshRenewal.passing(failed);
        }
    }
}
