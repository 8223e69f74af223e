package io.tallyport.core.access;

import io.tallyport.core.connection.Secret;
import io.tallyport.core.history.AuditEntry;
import io.tallyport.core.history.AuditTrail;
import io.tallyport.core.kernel.ErrorCode;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.UnitOfWork;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes, shows and revokes tokens; each change is in the audit trail. A token is shown once, when it is made. */
public final class TokenDesk {

    /** A token that there is not, or not any more. */
    public static final ErrorCode UNKNOWN =
            new ErrorCode("TP170", "There is no such live token", "see them with: tallyport token list");

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 32;
    private static final int ID_BYTES = 5;
    private static final String PREFIX = "tp_";
    private static final Pattern FORM = Pattern.compile("tp_[0-9a-f]{10}_[A-Za-z0-9_-]{43}");

    private final ApiTokens tokens;
    private final AuditTrail audit;
    private final UnitOfWork unitOfWork;
    private final Clock clock;

    public TokenDesk(ApiTokens tokens, AuditTrail audit, UnitOfWork unitOfWork, Clock clock) {
        this.tokens = tokens;
        this.audit = audit;
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    /**
     * A token that has just been made.
     *
     * @param secret what is sent as {@code Authorization: Bearer}; it cannot be shown again
     */
    public record Made(ApiToken token, Secret secret) {}

    /** Makes one. */
    public Made create(String name, Grants grants, Optional<Duration> life, String actor) {
        String id = HexFormat.of().formatHex(random(ID_BYTES));
        String text =
                PREFIX + id + "_" + Base64.getUrlEncoder().withoutPadding().encodeToString(random(SECRET_BYTES));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ApiToken token = new ApiToken(id, name, grants, actor, now, life.map(now::plus), Optional.empty());
        unitOfWork.inOne(() -> {
            tokens.add(token, hash(text));
            audit.record(new AuditEntry(now, actor, "token created", id, name + ": " + grants));
        });
        return new Made(token, new Secret(text));
    }

    /** All of them, the newest first. */
    public List<ApiToken> list() {
        return tokens.all();
    }

    /**
     * Lets one open nothing from now on.
     *
     * @throws PortException.Rejected when there is none of that id, or it is revoked already
     */
    public void revoke(String id, String actor) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        unitOfWork.inOne(() -> {
            if (!tokens.revoke(id, now)) {
                throw new PortException.Rejected(
                        FailureContext.of("revoke token").withCode(UNKNOWN), "there is no live token of that id");
            }
            audit.record(new AuditEntry(now, actor, "token revoked", id, ""));
        });
    }

    /** Whose token this is; empty when it opens nothing. */
    public Optional<ApiToken> authenticate(String text) {
        // What has not the form of a token costs no look at the database.
        return FORM.matcher(text).matches()
                ? tokens.find(hash(text)).filter(token -> token.isLive(clock.instant()))
                : Optional.empty();
    }

    /** A token holds 256 random bits, so one round of a plain hash is as far from guessing as many. */
    private static String hash(String text) {
        try {
            byte[] bytes = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static byte[] random(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
