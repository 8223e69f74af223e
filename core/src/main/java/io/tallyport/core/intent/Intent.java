package io.tallyport.core.intent;

import io.tallyport.core.kernel.ConnectionId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * A remote write that is about to be made.
 *
 * @param id owner, chunk and generation in one: {@code plan-id/17/2}
 * @param owner what it belongs to, such as a plan's id
 * @param chunk which part of the owner
 * @param generation counts the different payloads of that part, from 1
 * @param run the run that recorded it
 * @param operation such as {@code stock.set}
 * @param payload exactly what is sent, in a canonical form: the same text again is the same request
 * @param key the platform's idempotency key: a hash over id and payload, so 5 to 4 twice in a day are two writes
 * @param recordedAt when it was first stored; platforms forget keys after a day
 * @param detail what the outcome rests on, empty before there is one
 */
public record Intent(
        String id,
        String owner,
        int chunk,
        int generation,
        String run,
        ConnectionId connection,
        String operation,
        String payload,
        String key,
        Instant recordedAt,
        IntentState state,
        String detail) {

    /** A new intent with its key, not stored yet. */
    public static Intent of(
            String owner,
            int chunk,
            int generation,
            String run,
            ConnectionId connection,
            String operation,
            String payload,
            Instant now) {
        String id = owner + "/" + chunk + "/" + generation;
        return new Intent(
                id,
                owner,
                chunk,
                generation,
                run,
                connection,
                operation,
                payload,
                sha256(id + "\n" + operation + "\n" + payload),
                now,
                IntentState.RECORDED,
                "");
    }

    public Intent settled(IntentState outcome, String why) {
        return new Intent(
                id, owner, chunk, generation, run, connection, operation, payload, key, recordedAt, outcome, why);
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
