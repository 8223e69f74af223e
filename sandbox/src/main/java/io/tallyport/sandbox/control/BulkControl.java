package io.tallyport.sandbox.control;

import java.time.Duration;
import java.util.Map;

/** What happens to bulk operations without passing through the API. Every call may come from any thread. */
public interface BulkControl {

    /** The status of every operation by its global id, the oldest first. */
    Map<String, String> bulkOperations();

    /** Operations take so long for each thousand rows, by the sandbox's clock; zero for as fast as they can. */
    void bulkPace(Duration perThousandRows);

    /**
     * The next operation fails.
     *
     * @param errorCode ACCESS_DENIED (without a row), INTERNAL_SERVER_ERROR or TIMEOUT (half way through); anything else
     *     is an IllegalArgumentException
     */
    void failNextBulkOperation(String errorCode);
}
