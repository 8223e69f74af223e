package io.tallyport.sandbox.oauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tallyport.sandbox.http.SandboxRequest;
import io.tallyport.sandbox.http.SandboxResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is particular to one platform's authorization server; everything else is {@link TokenServer}'s. */
interface Dialect {

    String authorizePath();

    String tokenPath();

    /** How long an authorization code is good. */
    Duration codeLife();

    /** How long a grant's tokens live unless something else is set. */
    Lifetimes lifetimes(IssuedPair.Grant grant);

    Rotation rotation();

    /** How the body of a request for a token may be written. */
    Set<TokenRequest.Form> forms();

    /**
     * The scope a browser brings.
     *
     * @throws OauthError {@code invalid_scope} where the platform wants one and there is none; the browser is sent back
     *     with it. Any other makes a page that leads nowhere.
     */
    String scope(SandboxRequest authorize);

    /** What the browser is sent back with beside {@code extra}, the code or the error. */
    Map<String, String> callback(Map<String, String> extra, SandboxRequest authorize, String scope);

    /** {@code authorization_code}, {@code refresh_token} or {@code client_credentials}. */
    String grantType(TokenRequest request);

    /** The address that must be the one of the authorization, where the platform compares. */
    Optional<String> redirectUri(TokenRequest request);

    /** What a request is granted. */
    IssuedPair.Grant grant(String type, String scope, TokenRequest request);

    IssuedPair.Tokens mint(IssuedPair.Grant grant, IssuedPair.Times times);

    ObjectNode answer(IssuedPair pair);

    /** What is counted against this request; the pair is the one to be refreshed. */
    Optional<AttemptLimit> limit(Optional<IssuedPair> refreshing);

    /** Headers of every answer to a request for a token. */
    Map<String, String> headers();

    SandboxResponse refused(OauthError error);

    /** Too many requests. */
    SandboxResponse throttled(Optional<AttemptLimit> limit, Optional<String> retryAfter);

    /** Any other status, as the platform words it. */
    SandboxResponse failed(int status, Map<String, String> headers);
}
