package io.tallyport.docs.violations.ladder.core.inventory;

import io.tallyport.docs.violations.ladder.core.connection.Neighbour;

/** A capability that uses one below it. */
public final class Bystander {
    static final Neighbour BELOW = new Neighbour();
}
