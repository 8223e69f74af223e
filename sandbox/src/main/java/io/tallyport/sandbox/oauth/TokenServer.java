package io.tallyport.sandbox.oauth;

import io.tallyport.sandbox.http.Endpoint;
import io.tallyport.sandbox.http.Fault;
import io.tallyport.sandbox.http.FaultAware;
import io.tallyport.sandbox.http.FaultKind;
import io.tallyport.sandbox.http.Json;
import io.tallyport.sandbox.http.SandboxRequest;
import io.tallyport.sandbox.http.SandboxResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/** One platform's authorization server (RFC 6749): a user who always agrees, and a token endpoint. */
final class TokenServer implements Endpoint, FaultAware {

    private final Dialect dialect;
    private final String clientId;
    private final String clientSecret;
    private final TokenLedger ledger;
    private final AuthorizationCodes codes;
    private final TokenCounts counts = new TokenCounts();
    private final AtomicBoolean denying = new AtomicBoolean();

    TokenServer(Dialect dialect, Clock clock, String clientId, String clientSecret) {
        this.dialect = dialect;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.ledger = new TokenLedger(clock, dialect);
        this.codes = new AuthorizationCodes(clock, dialect.codeLife());
    }

    TokenLedger ledger() {
        return ledger;
    }

    TokenCounts counts() {
        return counts;
    }

    /** The next user who is asked says no. */
    void denyNext() {
        denying.set(true);
    }

    @Override
    public SandboxResponse handle(SandboxRequest request) {
        boolean authorize = request.path().equals(dialect.authorizePath());
        if (!authorize && !request.path().equals(dialect.tokenPath())) {
            return dialect.failed(404, Map.of());
        }
        if (!request.method().equals(authorize ? "GET" : "POST")) {
            return dialect.failed(405, Map.of());
        }
        counts.add(authorize ? "authorizations" : "tokenRequests");
        return authorize ? authorize(request) : token(request);
    }

    @Override
    public Optional<SandboxResponse> faulted(SandboxRequest request, Fault fault) {
        if (fault.kind() != FaultKind.STATUS) {
            return Optional.empty();
        }
        return Optional.of(
                switch (fault.status()) {
                    case 401 -> dialect.refused(OauthError.accessDenied());
                    case 429 -> dialect.throttled(Optional.empty(), fault.retryAfter());
                    default ->
                        dialect.failed(
                                fault.status(),
                                fault.retryAfter()
                                        .map(value -> Map.of("Retry-After", value))
                                        .orElse(Map.of()));
                });
    }

    private SandboxResponse authorize(SandboxRequest request) {
        Optional<String> redirectUri = request.parameter("redirect_uri").filter(uri -> !uri.isBlank());
        Optional<String> client = request.parameter("client_id").filter(clientId::equals);
        if (redirectUri.isEmpty() || client.isEmpty()) {
            return page(client.isEmpty() ? "unknown client_id" : "redirect_uri is missing");
        }
        try {
            String scope = dialect.scope(request);
            return redirect(
                    redirectUri.get(), dialect.callback(asked(request, redirectUri.get(), scope), request, scope));
        } catch (OauthError e) {
            return e.code().equals("invalid_scope")
                    ? redirect(redirectUri.get(), dialect.callback(error(e.code()), request, ""))
                    : page(e.description());
        }
    }

    /** What the user, and before him the server, says to it. */
    private Map<String, String> asked(SandboxRequest request, String redirectUri, String scope) {
        Optional<String> challenge = request.parameter("code_challenge").filter(text -> !text.isBlank());
        // Shopify's page takes no response_type; elsewhere there is but one.
        if (!request.parameter("response_type").orElse("code").equals("code")) {
            return error("unsupported_response_type");
        }
        if (challenge.isPresent()
                && !request.parameter("code_challenge_method").orElse("plain").equals("S256")) {
            return error("invalid_request");
        }
        if (denying.getAndSet(false)) {
            counts.add("denied");
            return error("access_denied");
        }
        return Map.of("code", codes.issue(new Consent(redirectUri, scope, challenge)));
    }

    private static Map<String, String> error(String code) {
        return Map.of("error", code);
    }

    private static SandboxResponse redirect(String uri, Map<String, String> parameters) {
        String query = parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        String location = uri + (uri.contains("?") ? "&" : "?") + query;
        return new SandboxResponse(302, Map.of("Location", location), "text/html; charset=utf-8", "");
    }

    /** What the browser shows when it must not be sent back. */
    private static SandboxResponse page(String problem) {
        return new SandboxResponse(
                400,
                Map.of(),
                "text/html; charset=utf-8",
                "<!DOCTYPE html><title>Error</title><p>" + problem + "</p>\n");
    }

    private SandboxResponse token(SandboxRequest request) {
        try {
            TokenRequest asked = TokenRequest.read(request, dialect.forms());
            String type = dialect.grantType(asked);
            Optional<IssuedPair> refreshing = asked.field("refresh_token")
                    .filter(text -> type.equals("refresh_token"))
                    .flatMap(ledger::ofRefresh);
            Optional<AttemptLimit> limit = dialect.limit(refreshing);
            if (limit.isPresent() && !limit.get().admit()) {
                counts.add("throttled");
                return dialect.throttled(limit, Optional.empty());
            }
            checkClient(asked);
            IssuedPair pair = granted(type, asked);
            counts.add("granted." + type);
            return SandboxResponse.json(200, dialect.headers(), Json.write(dialect.answer(pair)));
        } catch (OauthError e) {
            counts.add("refused");
            return dialect.refused(e);
        }
    }

    private void checkClient(TokenRequest asked) {
        boolean known = asked.field("client_id").filter(clientId::equals).isPresent()
                && asked.field("client_secret").filter(clientSecret::equals).isPresent();
        if (!known) {
            throw OauthError.invalidClient();
        }
    }

    private IssuedPair granted(String type, TokenRequest asked) {
        return switch (type) {
            case "authorization_code" -> {
                Consent consent =
                        codes.redeem(asked.required("code"), dialect.redirectUri(asked), asked.field("code_verifier"));
                yield ledger.issue(dialect.grant(type, consent.scope(), asked));
            }
            case "refresh_token" -> ledger.refresh(asked.required("refresh_token"));
            case "client_credentials" -> ledger.issue(dialect.grant(type, "", asked));
            default -> throw OauthError.unsupportedGrant(type);
        };
    }
}
