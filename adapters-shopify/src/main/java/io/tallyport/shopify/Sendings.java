package io.tallyport.shopify;

import io.tallyport.remote.Problem;
import java.util.Optional;

/** Remembers, within one call, whether a sending before the last one may have had an effect. */
final class Sendings {

    private boolean lost;
    private boolean open;

    void begin() {
        lost |= open;
        open = true;
    }

    void answered(Optional<Problem> problem) {
        open = problem.map(Problem::kind)
                .filter(kind -> kind != Problem.Kind.NOT_DONE && kind != Problem.Kind.TOKEN_REFUSED)
                .isPresent();
    }

    /** Whether a sending before the last one got no answer, or one that leaves its effect open. */
    boolean anyLost() {
        return lost;
    }
}
