package io.tallyport.docs.violations.corekinds.core.kernel;

import io.tallyport.docs.violations.Violates;

/** A base class that anybody may extend. */
@Violates
public abstract class Base {}
