package io.tallyport.remote;

import io.tallyport.core.connection.AuthorizationErrors;
import io.tallyport.core.connection.ConnectionTokens;
import io.tallyport.core.connection.Secret;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the tokens of one connection stand, and how hard it is tried to put new ones there. Thread-safe. */
final class TokenShelf {

    private static final int TRIES = 5;
    private static final Duration STEP = Duration.ofSeconds(1);

    private final ConnectionId connection;
    private final ConnectionTokens tokens;
    private final Sleeper sleeper;
    private volatile @Nullable Unsaved unsaved;

    TokenShelf(ConnectionId connection, ConnectionTokens tokens, Sleeper sleeper) {
        this.connection = connection;
        this.tokens = tokens;
        this.sleeper = sleeper;
    }

    /** Tokens that were issued while the database could not take them, and what they come after. */
    private record Unsaved(Optional<TokenRecord> before, TokenRecord fresh) {}

    Optional<TokenRecord> stored() {
        return tokens.find(connection).flatMap(TokenRecord::of);
    }

    /** False, and nothing stored, when something else than {@code expected} stands there by now. */
    boolean replace(Optional<TokenRecord> expected, TokenRecord fresh) {
        Optional<Secret> there = tokens.find(connection);
        return there.flatMap(TokenRecord::of).equals(expected) && tokens.replace(connection, there, fresh.asSecret());
    }

    /**
     * The same, tried again while the database cannot be reached: the platform has issued these tokens, and may have
     * ended the old ones. When all tries fail they are remembered here.
     */
    boolean keep(Optional<TokenRecord> expected, TokenRecord fresh) {
        unsaved = new Unsaved(expected, fresh);
        boolean stored = kept(expected, fresh);
        unsaved = null;
        return stored;
    }

    /** What was issued in place of {@code old} and is not stored yet. */
    Optional<TokenRecord> unsavedAfter(TokenRecord old) {
        Unsaved remembered = unsaved;
        return remembered != null && remembered.before().equals(Optional.of(old))
                ? Optional.of(remembered.fresh())
                : Optional.empty();
    }

    private boolean kept(Optional<TokenRecord> expected, TokenRecord fresh) {
        for (int tries = 1; ; tries++) {
            try {
                // A commit whose answer was lost may have stored them.
                return replace(expected, fresh)
                        || stored().filter(fresh::equals).isPresent();
            } catch (PortException failed) {
                if (!isPassing(failed) || tries == TRIES) {
                    throw failed;
                }
                pause(tries);
            }
        }
    }

    private static boolean isPassing(PortException failed) {
        return failed.kind() == PortException.Kind.TRANSIENT || failed.kind() == PortException.Kind.UNKNOWN_OUTCOME;
    }

    private void pause(int tries) {
        try {
            sleeper.sleep(STEP.multipliedBy(tries));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PortException.Transient(
                    FailureContext.of("token.refresh").on(connection).withCode(AuthorizationErrors.NOT_RENEWED),
                    "interrupted while storing new tokens",
                    null);
        }
    }
}
