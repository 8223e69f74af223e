package io.tallyport.core.webhook;

import io.tallyport.core.connection.Secret;
import io.tallyport.core.kernel.ConnectionId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a connection's hooks are checked with.
 *
 * @param signing secrets that a signature may be made with; two while one takes the other's place
 * @param paths secrets that the path of an unsigned hook may hold
 */
record HookDoor(ConnectionId connection, HookFormat format, List<Secret> signing, List<Secret> paths) {

    /** What a check found. */
    enum Finding {
        SIGNED,
        SECRET_PATH,
        /** Its signature, or the secret of its path, is wrong. */
        FORGED,
        /** It bears neither, and so proves nothing. */
        UNSIGNED
    }

    HookDoor {
        signing = List.copyOf(signing);
        paths = List.copyOf(paths);
    }

    /** A signature that can be checked decides; the path's secret counts only where there is none. */
    Finding check(IncomingWebhook hook) {
        if (format.isSigned(hook) && !signing.isEmpty()) {
            return any(signing, secret -> format.isSignedBy(hook, secret)) ? Finding.SIGNED : Finding.FORGED;
        }
        if (hook.pathSecret().isEmpty()) {
            return Finding.UNSIGNED;
        }
        byte[] presented = hook.pathSecret().get().getBytes(StandardCharsets.UTF_8);
        return any(paths, secret -> MessageDigest.isEqual(bytes(secret), presented))
                ? Finding.SECRET_PATH
                : Finding.FORGED;
    }

    /** Looks at all of them, so that the time does not tell which one it was. */
    private static boolean any(List<Secret> secrets, Predicate<Secret> right) {
        boolean found = false;
        for (Secret secret : secrets) {
            found |= right.test(secret);
        }
        return found;
    }

    private static byte[] bytes(Secret secret) {
        return secret.reveal().getBytes(StandardCharsets.UTF_8);
    }
}
