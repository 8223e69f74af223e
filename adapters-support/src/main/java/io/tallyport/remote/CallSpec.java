package io.tallyport.remote;

import io.tallyport.core.connection.Access;

/**
 * What a remote call is, declared where the call is made.
 *
 * @param operation the adapter's name for it, in the journal and in every failure
 * @param access whether it reads or writes, whatever its HTTP verb
 * @param repeatable whether sending it twice has one effect: reads, and writes that carry an idempotency key
 * @param cost what the platform's rate budget is charged for it, as far as is known beforehand
 */
public record CallSpec(String operation, Access access, boolean repeatable, double cost) {

    public CallSpec {
        if (access == Access.READ && !repeatable) {
            throw new IllegalArgumentException("a read is always repeatable: " + operation);
        }
    }

    /** A read. */
    public static CallSpec read(String operation) {
        return new CallSpec(operation, Access.READ, true, 1);
    }

    /** A write that carries an idempotency key the platform honours. */
    public static CallSpec keyedWrite(String operation) {
        return new CallSpec(operation, Access.WRITE, true, 1);
    }

    /** A write that would happen twice when it was sent twice: sent once, and never again by itself. */
    public static CallSpec writeOnce(String operation) {
        return new CallSpec(operation, Access.WRITE, false, 1);
    }

    public CallSpec costing(double units) {
        return new CallSpec(operation, access, repeatable, units);
    }

    boolean writes() {
        return access == Access.WRITE;
    }
}
