package io.tallyport.sandbox.oauth;

import io.tallyport.sandbox.evidence.Evidence;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Authorization codes, each good once and for a short time. */
final class AuthorizationCodes {

    private final Clock clock;
    private final Duration life;
    private final Map<String, Issued> codes = new HashMap<>();

    AuthorizationCodes(Clock clock, Duration life) {
        this.clock = clock;
        this.life = life;
    }

    private record Issued(Consent consent, Instant until) {}

    synchronized String issue(Consent consent) {
        String code = Texts.random("", 20);
        Evidence.secret(code);
        codes.put(code, new Issued(consent, clock.instant().plus(life)));
        return code;
    }

    /**
     * Trades a code in; it is spent whatever comes of it.
     *
     * @param redirectUri must be the one the code was sent to, where given
     * @param verifier must fit the challenge, where there was one (RFC 7636)
     * @throws OauthError when any of it does not fit
     */
    synchronized Consent redeem(String code, Optional<String> redirectUri, Optional<String> verifier) {
        Issued issued = codes.remove(code);
        if (issued == null) {
            throw refused("Authorization code is unknown or was used before");
        }
        if (!clock.instant().isBefore(issued.until())) {
            throw refused("Authorization code has expired");
        }
        Consent consent = issued.consent();
        if (redirectUri.filter(uri -> !uri.equals(consent.redirectUri())).isPresent()) {
            throw refused("redirect_uri is not the one of the authorization");
        }
        Optional<String> challenge = consent.challenge();
        if (challenge.isPresent() && !challenge.equals(verifier.map(AuthorizationCodes::challenge))) {
            throw refused("code_verifier does not fit the code_challenge");
        }
        return consent;
    }

    private static OauthError refused(String hint) {
        return OauthError.invalidGrant("The authorization code is invalid.", hint);
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
