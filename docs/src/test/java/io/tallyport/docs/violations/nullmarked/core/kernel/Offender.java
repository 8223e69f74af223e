package io.tallyport.docs.violations.nullmarked.core.kernel;

import io.tallyport.docs.violations.Violates;

/** A class in a package without a package-info. */
@Violates
public final class Offender {}
