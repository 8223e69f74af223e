package io.tallyport.docs.violations.ladder.core.gossip;

import io.tallyport.docs.violations.Violates;

/** A capability without a place on the ladder. */
@Violates
public final class Homeless {}
