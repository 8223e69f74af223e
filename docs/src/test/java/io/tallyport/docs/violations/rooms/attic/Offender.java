package io.tallyport.docs.violations.rooms.attic;

import io.tallyport.docs.violations.Violates;

/** A class in a room that nobody planned. */
@Violates
public final class Offender {}
