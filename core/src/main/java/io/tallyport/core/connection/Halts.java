package io.tallyport.core.connection;

import java.util.Map;
import java.util.Optional;

/**
 * Keeps what has been halted, over all processes of an installation.
 *
 * <p>Once {@code halt} has returned, every later {@code find} of any process sees it. Joins the caller's unit of work;
 * thread-safe.
 */
public interface Halts {

    /** Halts; the first reason stays when it was halted already. */
    void halt(Halted what, KillSwitch.Stop stop);

    /** Ends a halt; false when there was none. */
    boolean lift(Halted what);

    Optional<KillSwitch.Stop> find(Halted what);

    /** All that is halted now, by kind and name. */
    Map<Halted, KillSwitch.Stop> all();
}
