package io.tallyport.core.connection;

import java.time.Instant;
import java.util.Optional;

/**
 * Stops all remote writes of an installation, over all its processes.
 *
 * <p>Once {@code stop} has returned, every later {@code stopped} of any process sees it.
 */
public interface KillSwitch {

    /** Stops; the first stop's reason stays when it was stopped already. */
    void stop(Stop stop);

    /** Lets writes through again; false when nothing was stopped. */
    boolean resume();

    Optional<Stop> stopped();

    /**
     * Why nothing is written.
     *
     * @param actor who said so
     */
    record Stop(Instant at, String actor, String reason) {}
}
