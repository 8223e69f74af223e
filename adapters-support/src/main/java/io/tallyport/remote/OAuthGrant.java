package io.tallyport.remote;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How one platform gives out tokens: what its adapter declares for a connection.
 *
 * @param authorizeUrl the page where the owner of an account is asked
 * @param tokenUrl where codes, refresh tokens and client credentials are exchanged for tokens
 * @param body how the token server wants its parameters
 * @param question what is added to the address of the page, such as {@code scope}
 * @param exchange what is sent along with the code
 * @param proofKey whether the platform knows proof keys (RFC 7636)
 * @param afterLoss what a refresh token is good for when the answer that replaced it was lost
 * @param onRefusal when a refused access token is worth a new one
 * @param check looks at what came back with the code
 */
public record OAuthGrant(
        URI authorizeUrl,
        URI tokenUrl,
        Body body,
        Map<String, String> question,
        Map<String, String> exchange,
        boolean proofKey,
        AfterLoss afterLoss,
        OnRefusal onRefusal,
        AnswerCheck check) {

    /** How parameters travel. */
    public enum Body {
        FORM,
        JSON
    }

    /** What a refresh token that was sent without an answer is good for. */
    public enum AfterLoss {
        /** It still works until the new tokens are used: the same request may be sent again. */
        REPEATABLE,
        /** It is dead if the request arrived: it is tried once more later, and then the owner must authorize again. */
        SPENT
    }

    /** When a platform refuses an access token that should still be good. */
    public enum OnRefusal {
        /** A new one is taken, once: the platform says by this that it has expired or was revoked. */
        RENEW,
        /** None is taken before it has expired: the app was removed, or the token taken away. */
        RENEW_ONLY_IF_EXPIRED
    }

    public OAuthGrant {
        question = Collections.unmodifiableMap(new LinkedHashMap<>(question));
        exchange = Collections.unmodifiableMap(new LinkedHashMap<>(exchange));
    }

    /** A grant with a form, without proof key, whose refresh tokens are spent when they are sent. */
    public static OAuthGrant of(URI authorizeUrl, URI tokenUrl) {
        return new OAuthGrant(
                authorizeUrl,
                tokenUrl,
                Body.FORM,
                Map.of(),
                Map.of(),
                false,
                AfterLoss.SPENT,
                OnRefusal.RENEW,
                AnswerCheck.NONE);
    }

    /** At the addresses that a connection's options name, where they name some. */
    public OAuthGrant at(AuthOptions options) {
        return new OAuthGrant(
                options.authUrl().orElse(authorizeUrl),
                options.tokenUrl().orElse(tokenUrl),
                body,
                question,
                exchange,
                proofKey,
                afterLoss,
                onRefusal,
                check);
    }

    /** Asks on the page with one more parameter. */
    public OAuthGrant asking(String name, String value) {
        return new OAuthGrant(
                authorizeUrl,
                tokenUrl,
                body,
                with(question, name, value),
                exchange,
                proofKey,
                afterLoss,
                onRefusal,
                check);
    }

    /** Sends one more parameter along with the code. */
    public OAuthGrant exchanging(String name, String value) {
        return new OAuthGrant(
                authorizeUrl,
                tokenUrl,
                body,
                question,
                with(exchange, name, value),
                proofKey,
                afterLoss,
                onRefusal,
                check);
    }

    /** With parameters as JSON. */
    public OAuthGrant inJson() {
        return new OAuthGrant(
                authorizeUrl, tokenUrl, Body.JSON, question, exchange, proofKey, afterLoss, onRefusal, check);
    }

    /** With a proof key. */
    public OAuthGrant withProofKey() {
        return new OAuthGrant(authorizeUrl, tokenUrl, body, question, exchange, true, afterLoss, onRefusal, check);
    }

    /** Whose refresh may be sent again when its answer was lost. */
    public OAuthGrant repeatableAfterLoss() {
        return new OAuthGrant(
                authorizeUrl, tokenUrl, body, question, exchange, proofKey, AfterLoss.REPEATABLE, onRefusal, check);
    }

    /** Where a refusal before the expiry means that the app was removed. */
    public OAuthGrant finalRefusals() {
        return new OAuthGrant(
                authorizeUrl,
                tokenUrl,
                body,
                question,
                exchange,
                proofKey,
                afterLoss,
                OnRefusal.RENEW_ONLY_IF_EXPIRED,
                check);
    }

    /** With a look at what came back with the code. */
    public OAuthGrant checking(AnswerCheck other) {
        return new OAuthGrant(authorizeUrl, tokenUrl, body, question, exchange, proofKey, afterLoss, onRefusal, other);
    }

    private static Map<String, String> with(Map<String, String> old, String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(old);
        more.put(name, value);
        return more;
    }
}
