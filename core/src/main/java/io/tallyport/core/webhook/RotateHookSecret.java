package io.tallyport.core.webhook;

import io.tallyport.core.connection.Connection;
import io.tallyport.core.connection.ConnectionStore;
import io.tallyport.core.connection.Secret;
import io.tallyport.core.connection.SecretHandle;
import io.tallyport.core.connection.SecretStore;
import io.tallyport.core.history.AuditEntry;
import io.tallyport.core.history.AuditTrail;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.UnitOfWork;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** Gives a connection's hooks another secret; the one before still counts, until the next comes. It is in the audit trail. */
public final class RotateHookSecret {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 24;

    private final ConnectionStore connections;
    private final SecretStore secrets;
    private final AuditTrail audit;
    private final UnitOfWork unitOfWork;
    private final Clock clock;

    public RotateHookSecret(
            ConnectionStore connections, SecretStore secrets, AuditTrail audit, UnitOfWork unitOfWork, Clock clock) {
        this.connections = connections;
        this.secrets = secrets;
        this.audit = audit;
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    /**
     * Checks signatures with this secret from now on, too.
     *
     * @throws IllegalArgumentException when there is no such connection
     */
    public void signing(ConnectionId connection, Secret fresh, String actor) {
        rotate(connection, fresh, HookSecrets.SIGNING, HookSecrets.SIGNING_BEFORE, actor);
    }

    /**
     * Makes another secret for the path of unsigned hooks.
     *
     * @throws IllegalArgumentException when there is no such connection
     */
    public void path(ConnectionId connection, String actor) {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        Secret fresh = new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(random));
        rotate(connection, fresh, HookSecrets.PATH, HookSecrets.PATH_BEFORE, actor);
    }

    private void rotate(ConnectionId id, Secret fresh, String purpose, String before, String actor) {
        unitOfWork.inOne(() -> {
            Connection connection = connections
                    .find(id)
                    .orElseThrow(() -> new IllegalArgumentException("there is no connection \"" + id + "\""));
            Map<String, SecretHandle> handles = new HashMap<>(connection.secrets());
            SecretHandle outgoing = handles.put(purpose, secrets.store(id + " " + purpose, fresh));
            if (outgoing != null) {
                SecretHandle oldest = handles.put(before, outgoing);
                if (oldest != null) {
                    secrets.forget(oldest);
                }
            }
            connections.save(connection.withSecrets(handles));
            audit.record(new AuditEntry(clock.instant(), actor, "webhook secret changed", id.value(), purpose));
        });
    }
}
