package io.tallyport.core.consignment;

import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.ExternalId;
import java.util.List;
import java.util.Optional;

/**
 * Reads the consignments of one connection.
 *
 * <p>Reads never change anything at the platform, and see at once what a write that was answered has done. All methods throw
 * {@link io.tallyport.core.kernel.PortException}: Transient when the platform could not answer after the adapter's own retries,
 * Authentication, Protocol when an answer could not be read or a list did not prove that it was whole. Thread-safe.
 */
public interface ConsignmentSource {

    /** What the platform can do; costs no call. */
    ConsignmentAbilities abilities();

    /**
     * All consignments of this kind for this outlet that bear the reference, in whatever state, the called-off ones among
     * them, and the deleted ones as far as the platform still shows them. A platform that cannot look for a reference is
     * read whole (by kind, outlet and state) and compared here, letter by letter, white space at the ends aside.
     *
     * <p>The answer is whole, or the call fails: what is not in it was not there when the call began. A create that is still
     * under way may land later all the same.
     */
    List<ConsignmentHeader> withReference(ConsignmentKind kind, ExternalId outlet, String reference);

    /**
     * One consignment with all its lines, however many pages they take. Empty only when the platform says that there is none
     * with this id; one that it shows as deleted comes as deleted.
     */
    Optional<Consignment> read(ExternalId id);

    /**
     * What changed after {@code since}, new ones and deleted ones among it as far as the platform shows them; misses none that
     * did, and may tell of some that did not. Changes of lines alone count where the platform counts them, and need not
     * otherwise.
     *
     * @param since the last answer's {@code next}; empty for all that there is
     */
    ConsignmentChanges changedSince(Optional<Cursor> since);
}
