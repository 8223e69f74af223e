package io.tallyport.core.consignment;

import io.tallyport.core.kernel.Cursor;
import java.util.List;

/**
 * A part of what changed.
 *
 * @param headers in the order of their changes, possibly none; one may come twice
 * @param next where the next read begins, now or another day; storable
 * @param more whether there is more to read at once
 */
public record ConsignmentChanges(List<ConsignmentHeader> headers, Cursor next, boolean more) {

    public ConsignmentChanges {
        headers = List.copyOf(headers);
    }
}
