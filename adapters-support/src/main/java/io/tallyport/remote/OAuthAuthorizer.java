package io.tallyport.remote;

import io.tallyport.core.connection.AuthorizationErrors;
import io.tallyport.core.connection.Authorizer;
import io.tallyport.core.connection.Secret;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The authorization code of RFC 6749, section 4.1, as a platform's grant declares it. Thread-safe. */
final class OAuthAuthorizer implements Authorizer {

    private final ConnectionId connection;
    private final OAuthGrant grant;
    private final TokenShelf shelf;
    private final TokenEndpoint endpoint;
    private final String clientId;
    private final Supplier<TokenEndpoint.Client> client;

    OAuthAuthorizer(
            ConnectionId connection,
            OAuthGrant grant,
            TokenShelf shelf,
            TokenEndpoint endpoint,
            String clientId,
            Supplier<TokenEndpoint.Client> client) {
        this.connection = connection;
        this.grant = grant;
        this.shelf = shelf;
        this.endpoint = endpoint;
        this.clientId = clientId;
        this.client = client;
    }

    @Override
    public URI page(Question question) {
        Map<String, String> parameters = new LinkedHashMap<>(grant.question());
        parameters.put("client_id", clientId);
        parameters.put("redirect_uri", question.redirectUri().toString());
        parameters.put("state", question.state());
        if (grant.proofKey()) {
            parameters.put("code_challenge", question.challenge());
            parameters.put("code_challenge_method", "S256");
        }
        return URI.create(grant.authorizeUrl() + "?"
                + parameters.entrySet().stream()
                        .map(each -> each.getKey() + "="
                                + TokenFields.encoded(each.getValue()).replace("+", "%20"))
                        .collect(Collectors.joining("&")));
    }

    @Override
    public Secret exchange(URI redirectUri, String verifier, Map<String, String> answer) {
        TokenEndpoint.Client whoAsks = client.get();
        grant.check().problem(answer, whoAsks.secret()).ifPresent(problem -> {
            throw new PortException.Rejected(context(), problem);
        });
        long generation = shelf.stored().map(TokenRecord::generation).orElse(0L) + 1;
        String code = answer.getOrDefault("code", "");
        try {
            return endpoint.exchange(whoAsks, code, redirectUri, verifier, generation)
                    .asSecret();
        } catch (PortException.Authentication refused) {
            throw clientRefused(refused)
                    ? refused
                    : new PortException.Rejected(
                            refused.context().withCode(AuthorizationErrors.DECLINED),
                            refused.getMessage() + "; a code is good for one use and a minute or a few");
        } catch (PortException.UnknownOutcome lost) {
            throw new PortException.Transient(
                    lost.context().withCode(AuthorizationErrors.DECLINED),
                    "the answer that held the tokens was lost",
                    lost);
        }
    }

    private static boolean clientRefused(PortException refused) {
        return refused.context()
                .code()
                .filter(AuthorizationErrors.CLIENT_REFUSED::equals)
                .isPresent();
    }

    private FailureContext context() {
        return FailureContext.of("authorize").on(connection).withCode(AuthorizationErrors.FOREIGN_ANSWER);
    }
}
