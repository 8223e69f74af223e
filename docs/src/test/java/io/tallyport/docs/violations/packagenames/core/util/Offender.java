package io.tallyport.docs.violations.packagenames.core.util;

import io.tallyport.docs.violations.Violates;

/** A class in a drawer for everything. */
@Violates
public final class Offender {}
