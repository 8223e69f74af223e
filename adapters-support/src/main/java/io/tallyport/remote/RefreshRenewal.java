package io.tallyport.remote;

import io.tallyport.core.connection.AuthorizationErrors;
import io.tallyport.core.connection.Secret;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ErrorCode;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Exchanges a refresh token for the next pair.
 *
 * <p>Where a refresh token is spent by being sent, that it is about to be sent is stored first: when the answer is lost,
 * or the process killed, the refusal that follows can be told from an authorization that has ended.
 */
final class RefreshRenewal implements TokenRenewal {

    private final ConnectionId connection;
    private final TokenShelf shelf;
    private final TokenEndpoint endpoint;
    private final Supplier<TokenEndpoint.Client> client;
    private final OAuthGrant.AfterLoss afterLoss;
    private final Clock clock;

    RefreshRenewal(
            ConnectionId connection,
            TokenShelf shelf,
            TokenEndpoint endpoint,
            Supplier<TokenEndpoint.Client> client,
            OAuthGrant.AfterLoss afterLoss,
            Clock clock) {
        this.connection = connection;
        this.shelf = shelf;
        this.endpoint = endpoint;
        this.client = client;
        this.afterLoss = afterLoss;
        this.clock = clock;
    }

    @Override
    public Optional<TokenRecord> stored() {
        return shelf.stored();
    }

    @Override
    public TokenRecord renew() {
        TokenRecord old =
                shelf.stored().orElseThrow(() -> over(AuthorizationErrors.NOT_YET, "nobody has authorized it so far"));
        Optional<TokenRecord> unsaved = shelf.unsavedAfter(old);
        if (unsaved.isPresent()) {
            return kept(old, unsaved.get());
        }
        Secret refresh = old.refresh();
        if (refresh == null) {
            throw over(AuthorizationErrors.ENDED, "the access token has ended and there is no refresh token");
        }
        if (old.refusedAt() != null) {
            throw refusal(old, "the platform refused the refresh token at " + old.refusedAt());
        }
        return renewed(old, refresh);
    }

    private TokenRecord renewed(TokenRecord old, Secret refresh) {
        TokenEndpoint.Client whoAsks = client.get();
        TokenRecord sent = announced(old);
        return kept(sent, issued(whoAsks, old, sent, refresh));
    }

    private TokenRecord issued(TokenEndpoint.Client whoAsks, TokenRecord old, TokenRecord sent, Secret refresh) {
        try {
            return endpoint.refresh(whoAsks, refresh, old.generation() + 1);
        } catch (PortException.Authentication refused) {
            throw refused(old, sent, refused);
        } catch (PortException.Transient notDone) {
            shelf.replace(Optional.of(sent), old);
            throw passing(notDone);
        } catch (PortException.Rejected refused) {
            shelf.replace(Optional.of(sent), old);
            throw refused;
        } catch (PortException lost) {
            throw passing(lost);
        }
    }

    /** What stands in the store while the request is under way. */
    private TokenRecord announced(TokenRecord old) {
        if (afterLoss == OAuthGrant.AfterLoss.REPEATABLE) {
            return old;
        }
        TokenRecord sent = old.sentAt(clock.instant());
        if (!sent.equals(old) && !shelf.replace(Optional.of(old), sent)) {
            throw new PortException.Transient(
                    context(AuthorizationErrors.BUSY), "somebody else replaced them just now", null);
        }
        return sent;
    }

    /** The new pair, once it is stored; what a person authorized meanwhile goes before it. */
    private TokenRecord kept(TokenRecord before, TokenRecord fresh) {
        return shelf.keep(Optional.of(before), fresh) ? fresh : shelf.stored().orElse(fresh);
    }

    private PortException refused(TokenRecord old, TokenRecord sent, PortException.Authentication refused) {
        if (refused.context()
                .code()
                .filter(AuthorizationErrors.CLIENT_REFUSED::equals)
                .isPresent()) {
            shelf.replace(Optional.of(sent), old);
            return refused;
        }
        Instant now = clock.instant();
        shelf.replace(Optional.of(sent), old.refusedAt(now));
        return refusal(old, String.valueOf(refused.getMessage()));
    }

    private PortException refusal(TokenRecord old, String message) {
        Instant lost = old.refreshSentAt();
        return lost == null
                ? over(AuthorizationErrors.ENDED, message)
                : over(
                        AuthorizationErrors.REFRESH_LOST,
                        message + "; it had been sent at " + lost + ", and no answer came");
    }

    private PortException over(ErrorCode code, String message) {
        return new PortException.Authentication(context(code), message);
    }

    private FailureContext context(ErrorCode code) {
        return FailureContext.of("token.refresh").on(connection).withCode(code);
    }

    /** Of the call that needed the token nothing was sent, whatever became of the request for tokens. */
    static PortException passing(PortException failed) {
        Optional<Duration> wait =
                failed instanceof PortException.Transient known ? known.retryAfter() : Optional.empty();
        return new PortException.Transient(failed.context(), String.valueOf(failed.getMessage()), failed, wait);
    }
}
