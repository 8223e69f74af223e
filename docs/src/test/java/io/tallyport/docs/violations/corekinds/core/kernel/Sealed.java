package io.tallyport.docs.violations.corekinds.core.kernel;

/** A base class whose heirs are known. */
public abstract sealed class Sealed {
    /** The only one. */
    public static final class Only extends Sealed {}
}
