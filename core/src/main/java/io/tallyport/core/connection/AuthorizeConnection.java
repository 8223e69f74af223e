package io.tallyport.core.connection;

import io.tallyport.core.history.AuditEntry;
import io.tallyport.core.history.AuditTrail;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ErrorCode;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.Lease;
import io.tallyport.core.kernel.Leases;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.UnitOfWork;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Authorizes a connection: asks the owner of the account at the platform, checks that what comes back is the answer to
 * that question, exchanges it for tokens and stores them; the audit trail tells who did it. Thread-safe.
 */
public final class AuthorizeConnection {

    private static final String OPERATION = "authorize";
    /** Longer than the exchange can take, so that nobody renews the old tokens meanwhile. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private final ConnectionStore connections;
    private final Connectors connectors;
    private final ConnectionTokens tokens;
    private final Leases leases;
    private final AuditTrail audit;
    private final UnitOfWork unitOfWork;
    private final Clock clock;

    public AuthorizeConnection(
            ConnectionStore connections,
            Connectors connectors,
            ConnectionTokens tokens,
            Leases leases,
            AuditTrail audit,
            UnitOfWork unitOfWork,
            Clock clock) {
        this.connections = connections;
        this.connectors = connectors;
        this.tokens = tokens;
        this.leases = leases;
        this.audit = audit;
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    /** The name of the lease under which tokens of a connection are renewed: one at a time over all processes. */
    public static String leaseName(ConnectionId id) {
        return "token:" + id;
    }

    /**
     * Begins; nothing is sent yet.
     *
     * @param redirectUri where the owner's browser is sent afterwards; the app at the platform must list it
     * @throws IllegalArgumentException when there is no such connection
     * @throws PortException.Rejected when the connection does not authenticate that way
     */
    public Pending begin(ConnectionId id, URI redirectUri) {
        Connection connection = connections
                .find(id)
                .orElseThrow(() -> new IllegalArgumentException("there is no connection \"" + id + "\""));
        Authorizer authorizer = connectors
                .of(connection.platform())
                .authorizer(connection)
                .orElseThrow(() -> refused(
                        id, AuthorizationErrors.NOT_OFFERED, "it authenticates in another way than by authorization"));
        return new Pending(id, authorizer, redirectUri);
    }

    /** A question that waits for its answer; there is one answer to it, and no second. */
    public final class Pending {

        private final ConnectionId id;
        private final Authorizer authorizer;
        private final URI redirectUri;
        private final String state = RandomText.of(32);
        private final String verifier = RandomText.of(48);
        private final AtomicBoolean answered = new AtomicBoolean();

        private Pending(ConnectionId id, Authorizer authorizer, URI redirectUri) {
            this.id = id;
            this.authorizer = authorizer;
            this.redirectUri = redirectUri;
        }

        /** The page that the owner opens in a browser. */
        public URI page() {
            return authorizer.page(new Authorizer.Question(redirectUri, state, RandomText.hashed(verifier)));
        }

        /**
         * Takes the parameters of the address that the browser was sent to.
         *
         * @throws PortException.Rejected when they do not answer this question, or say no
         * @throws PortException when the platform gives no tokens
         */
        public void complete(Map<String, String> answer, String actor) {
            begun();
            if (!isOurs(answer.getOrDefault("state", ""))) {
                throw refused(id, AuthorizationErrors.FOREIGN_ANSWER, "its state is not the one that was sent");
            }
            if (answer.containsKey("error")) {
                throw refused(
                        id,
                        AuthorizationErrors.DECLINED,
                        "the platform says: " + word(answer.getOrDefault("error", "")));
            }
            exchange(answer, actor);
        }

        /**
         * Takes the code alone, which a person carried over by hand from the page that this question led to.
         *
         * @throws PortException when the platform gives no tokens
         */
        public void completeByHand(String code, String actor) {
            begun();
            exchange(Map.of("code", code.strip()), actor);
        }

        private void begun() {
            if (!answered.compareAndSet(false, true)) {
                throw refused(id, AuthorizationErrors.FOREIGN_ANSWER, "it was answered before");
            }
        }

        private boolean isOurs(String given) {
            return MessageDigest.isEqual(
                    given.getBytes(StandardCharsets.UTF_8), state.getBytes(StandardCharsets.UTF_8));
        }

        private void exchange(Map<String, String> answer, String actor) {
            if (answer.getOrDefault("code", "").isBlank()) {
                throw refused(id, AuthorizationErrors.FOREIGN_ANSWER, "it holds no code");
            }
            Lease lease = leases.acquire(leaseName(id), "authorize " + UUID.randomUUID(), LEASE)
                    .orElseThrow(() -> refused(id, AuthorizationErrors.BUSY, "somebody is renewing them just now"));
            try {
                Secret fresh = authorizer.exchange(redirectUri, verifier, answer);
                keep(fresh, actor);
            } finally {
                leases.release(lease);
            }
        }

        private void keep(Secret fresh, String actor) {
            unitOfWork.inOne(() -> {
                if (!tokens.put(id, fresh)) {
                    throw new IllegalArgumentException("connection \"" + id + "\" has been removed meanwhile");
                }
                audit.record(
                        new AuditEntry(clock.instant(), actor, "connection authorized", id.value(), "tokens replaced"));
            });
        }
    }

    /** OAuth's error words are plain; anything else may be anything. */
    private static String word(String error) {
        return error.matches("[A-Za-z0-9_.-]{1,60}") ? error : "no, in words that are not shown here";
    }

    private static PortException.Rejected refused(ConnectionId id, ErrorCode code, String message) {
        return new PortException.Rejected(FailureContext.of(OPERATION).on(id).withCode(code), message);
    }
}
