package io.tallyport.core.inventory;

import io.tallyport.core.conflict.Answer;
import io.tallyport.core.conflict.Conflict;
import io.tallyport.core.conflict.ConflictErrors;
import io.tallyport.core.conflict.ConflictState;
import io.tallyport.core.history.AuditEntry;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.rule.RuleAspect;
import io.tallyport.core.rule.RuleDesk;
import io.tallyport.core.rule.RuleScope;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What becomes of an answer in the database: both sides are kept as they are, or a rule remembers it. */
final class ConflictAnswers {

    private static final String OPERATION = "resolve conflict";

    private final PlanStores stores;
    private final RuleDesk rules;
    private final Clock clock;

    ConflictAnswers(PlanStores stores, RuleDesk rules, Clock clock) {
        this.stores = stores;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * The conflict of that number.
     *
     * @throws PortException.Rejected with {@link ConflictErrors#UNKNOWN}
     */
    Conflict live(long id) {
        return stores.rulings()
                .inbox()
                .find(id)
                .filter(conflict -> conflict.state().isLive())
                .orElseThrow(() -> ConflictErrors.rejected(
                        OPERATION, ConflictErrors.UNKNOWN, "conflict " + id + " is not there, or is closed"));
    }

    /** Leaves both sides as they are. */
    void keep(Conflict conflict, ResolveConflicts.Request request) {
        Answer answer = answer(request, conflict.last().local(), conflict.last().remote());
        if (request.answer() == Answer.Kind.TARGET
                && (answer.local().isEmpty() || answer.remote().isEmpty())) {
            throw ConflictErrors.rejected(
                    OPERATION, ConflictErrors.NO_ANSWER, "conflict " + conflict.id() + " does not know both figures");
        }
        stores.unitOfWork().inOne(() -> {
            store(conflict, answer);
            if (request.remember()) {
                remember(conflict, request);
            }
        });
    }

    /** Keeps a figure that is about to be written; joins the caller's unit of work. */
    void keepWritten(Conflict conflict, ResolveConflicts.Request request, PlanRow row) {
        store(conflict, answer(request, row.local(), row.desired()));
    }

    private Answer answer(ResolveConflicts.Request request, Optional<Quantity> local, Optional<Quantity> remote) {
        return new Answer(request.answer(), request.value(), local, remote, request.actor(), now());
    }

    private void store(Conflict conflict, Answer answer) {
        if (!stores.rulings().conflicts().keep(conflict.id(), answer)) {
            throw ConflictErrors.rejected(
                    OPERATION, ConflictErrors.UNKNOWN, "conflict " + conflict.id() + " was closed meanwhile");
        }
        record(conflict, answer.kind(), answer.actor());
    }

    /** The trail tells who answered what. */
    void record(Conflict conflict, Answer.Kind kind, String actor) {
        stores.audit()
                .record(new AuditEntry(
                        now(),
                        actor,
                        "conflict answered",
                        "conflict " + conflict.id(),
                        conflict.last().key() + " on route " + conflict.last().route() + ": " + kind));
    }

    /** Lays the answer down as a rule about the row; what the rule leaves alone needs no conflict any more. */
    void remember(Conflict conflict, ResolveConflicts.Request request) {
        boolean source = request.answer() == Answer.Kind.SOURCE;
        String value = source ? "off" : request.answer() == Answer.Kind.TARGET ? "target" : "nobody";
        RuleScope scope = new RuleScope(
                RuleScope.Thing.ITEM,
                conflict.last().key(),
                Optional.empty(),
                Optional.of(conflict.last().route()));
        rules.set(
                new RuleDesk.Draft(
                        scope,
                        source ? RuleAspect.REVIEW : RuleAspect.QUANTITY,
                        value,
                        "answer to conflict " + conflict.id()),
                request.actor());
        if (!source) {
            close(conflict);
        }
    }

    /** Both sides agree, or nobody needs to ask. */
    void close(Conflict conflict) {
        stores.rulings()
                .conflicts()
                .close(
                        conflict.last().route(),
                        List.of(conflict.last().targetItem()),
                        Set.of(ConflictState.values()),
                        now());
    }

    private Instant now() {
        return clock.instant();
    }
}
