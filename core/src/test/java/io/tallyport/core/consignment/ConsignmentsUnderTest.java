package io.tallyport.core.consignment;

import io.tallyport.core.kernel.ExternalId;

/**
 * What a kit needs to know of the platform behind the ports: an outlet, another one, a supplier, and at least five items, none of them in
 * any consignment when a test begins.
 */
public interface ConsignmentsUnderTest {

    ConsignmentSource source();

    ConsignmentSink sink();

    ConsignmentLineSink lines();

    ExternalId outlet();

    ExternalId otherOutlet();

    ExternalId supplier();

    /** The item with that number, from 0 to 4. */
    ExternalId item(int number);

    /** From now on the next write does not get an answer although it is carried out; false where this cannot be staged. */
    default boolean loseNextAnswer() {
        return false;
    }
}
