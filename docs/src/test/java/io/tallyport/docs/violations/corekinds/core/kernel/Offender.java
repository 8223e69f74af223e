package io.tallyport.docs.violations.corekinds.core.kernel;

import io.tallyport.docs.violations.Violates;

/** A class that anybody may extend. */
@Violates
public class Offender {}
