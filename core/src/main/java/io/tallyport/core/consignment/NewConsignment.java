package io.tallyport.core.consignment;

import io.tallyport.core.kernel.ExternalId;
import java.util.List;
import java.util.Optional;

/**
 * The head of a consignment to create.
 *
 * @param kind which
 * @param outlet who receives; of a RETURN who sends back, of a STOCKTAKE where is counted
 * @param sourceOutlet who sends; of an OUTLET, and of nothing else
 * @param supplier of a SUPPLIER or a RETURN
 * @param reference what it is found by; the platform does not keep it unique
 * @param note free text for people at the platform
 * @param mark 1 to 40 letters, digits and hyphens, another one for each attempt to create: tells ours from those of others, and
 *     one attempt from the next. Kept at the end of the note, see {@link #markedNote}
 * @param items what a STOCKTAKE is about, at most {@link CountSink#mostItems()}; none for the whole outlet, and for other kinds
 */
public record NewConsignment(
        ConsignmentKind kind,
        ExternalId outlet,
        Optional<ExternalId> sourceOutlet,
        Optional<ExternalId> supplier,
        String reference,
        String note,
        String mark,
        List<ExternalId> items) {

    public NewConsignment {
        items = List.copyOf(items);
        if (reference.isBlank() || mark.isBlank()) {
            throw new IllegalArgumentException("a consignment needs a reference and a mark");
        }
    }

    /** One that is not about particular items. */
    public NewConsignment(
            ConsignmentKind kind,
            ExternalId outlet,
            Optional<ExternalId> sourceOutlet,
            Optional<ExternalId> supplier,
            String reference,
            String note,
            String mark) {
        this(kind, outlet, sourceOutlet, supplier, reference, note, mark, List.of());
    }

    /** The note as it is to stand at the platform. */
    public String markedNote() {
        return note.isBlank() ? bracketed(mark) : note.strip() + " " + bracketed(mark);
    }

    /** Whether a consignment was made by the attempt with this mark. */
    public static boolean bears(ConsignmentHeader header, String mark) {
        return header.note().stripTrailing().endsWith(bracketed(mark));
    }

    private static String bracketed(String mark) {
        return "[" + mark + "]";
    }
}
