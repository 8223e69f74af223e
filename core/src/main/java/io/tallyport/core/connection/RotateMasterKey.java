package io.tallyport.core.connection;

import io.tallyport.core.history.AuditEntry;
import io.tallyport.core.history.AuditTrail;
import io.tallyport.core.kernel.ErrorCode;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.Lease;
import io.tallyport.core.kernel.Leases;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.UnitOfWork;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Encrypts all stored secrets under another master key; on record in the audit trail. Thread-safe. */
public final class RotateMasterKey {

    /** Somebody else is at it, or was faster. */
    public static final ErrorCode UNDER_WAY = new ErrorCode(
            "TP049",
            "Another change of the master key came first",
            "wait two minutes, then see whether it is still needed: tallyport secrets rotate-key");

    private static final String OPERATION = "rotate key";
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final KeyRotation rotation;
    private final Leases leases;
    private final AuditTrail audit;
    private final UnitOfWork unitOfWork;
    private final Clock clock;

    public RotateMasterKey(KeyRotation rotation, Leases leases, AuditTrail audit, UnitOfWork unitOfWork, Clock clock) {
        this.rotation = rotation;
        this.leases = leases;
        this.audit = audit;
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    /**
     * What was done.
     *
     * @param oldId names the key that was
     * @param newId names the key that is
     * @param secrets how many were encrypted anew
     * @param advice where the keys are, and what a person must do now
     */
    public record Rotated(String oldId, String newId, int secrets, String advice) {}

    /**
     * Goes over to another key.
     *
     * @param given the next key, 32 bytes in base64; empty to make one, where the key is a file
     * @throws PortException when it could not be done; the present key counts on then, but for an UnknownOutcome, after
     *     which either may count: both are kept
     */
    public Rotated rotate(Optional<Secret> given, String actor) {
        Lease lease = leases.acquire("master-key", "rotate " + UUID.randomUUID(), LEASE)
                .orElseThrow(() -> new PortException.Conflict(
                        FailureContext.of(OPERATION).withCode(UNDER_WAY), "somebody is changing it just now"));
        try {
            KeyRotation.Next next = rotation.prepare(given);
            int secrets = encryptAnew(next, actor);
            return new Rotated(next.oldId(), next.newId(), secrets, rotation.settle(next));
        } finally {
            leases.release(lease);
        }
    }

    private int encryptAnew(KeyRotation.Next next, String actor) {
        try {
            return unitOfWork.inOne(() -> {
                int secrets = rotation.encryptAnew(next);
                audit.record(new AuditEntry(
                        clock.instant(),
                        actor,
                        "master key changed",
                        next.newId(),
                        "was " + next.oldId() + ", secrets encrypted anew: " + secrets));
                return secrets;
            });
        } catch (PortException.Conflict | PortException.Rejected notDone) {
            rotation.abandon(next);
            throw notDone;
        }
    }
}
