package io.tallyport.runtime;

import io.tallyport.core.connection.HaltDesk;
import io.tallyport.core.connection.Halts;
import io.tallyport.core.connection.KillSwitch;
import jakarta.inject.Inject;

/**
 * What a started Tallyport hands out to stop remote writes, all of them or those of one connection or route.
 *
 * @param killSwitch stops all of this installation, and lets them through again
 * @param desk halts single connections and routes, and lets them go on
 * @param store which of them are halted
 */
public record HaltParts(KillSwitch killSwitch, HaltDesk desk, Halts store) {

    @Inject
    public HaltParts {}
}
