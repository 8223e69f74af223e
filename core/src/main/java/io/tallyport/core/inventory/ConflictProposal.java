package io.tallyport.core.inventory;

import io.tallyport.core.conflict.Answer;
import io.tallyport.core.conflict.Conflict;
import io.tallyport.core.conflict.ConflictKind;
import io.tallyport.core.kernel.Quantity;
import java.util.Optional;

/**
 * What seems right for a conflict, and why; a person decides.
 *
 * @param answer empty where nothing speaks for any
 */
public record ConflictProposal(Optional<Answer.Kind> answer, String because) {

    /** From the figures that it was seen with. */
    public static ConflictProposal of(Conflict conflict) {
        if (conflict.last().kind() == ConflictKind.AMBIGUOUS) {
            return none(
                    "a write was sent and its effect is not known: apply its plan again, which settles it, or look at"
                            + " both sides");
        }
        Optional<Quantity> base = conflict.last().acknowledged();
        if (base.isEmpty()) {
            return none("both sides never agreed as far as is known: count it, then say who is right");
        }
        boolean sourceMoved = !base.equals(conflict.last().desired());
        boolean targetMoved = !base.equals(conflict.last().remote());
        if (sourceMoved && !targetMoved) {
            return new ConflictProposal(
                    Optional.of(Answer.Kind.SOURCE), "only the source has moved since both sides agreed");
        }
        if (targetMoved && !sourceMoved) {
            return new ConflictProposal(
                    Optional.of(Answer.Kind.TARGET),
                    "only the target has moved since both sides agreed: correct the source if the target is right");
        }
        return none("both sides have moved since they agreed: count it, then say who is right");
    }

    private static ConflictProposal none(String because) {
        return new ConflictProposal(Optional.empty(), because);
    }
}
