package io.tallyport.cli;

import io.tallyport.core.conflict.Answer;
import io.tallyport.core.conflict.Conflict;
import io.tallyport.core.conflict.Sighting;
import io.tallyport.core.inventory.ConflictProposal;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A conflict as it is shown. */
record ConflictView(
        long id,
        String route,
        String kind,
        String meaning,
        String state,
        String sku,
        String title,
        @Nullable String sourceItem,
        String targetItem,
        @Nullable String acknowledged,
        @Nullable String local,
        @Nullable String remote,
        @Nullable String desired,
        String opened,
        String age,
        String seen,
        long count,
        String plan,
        String detail,
        @Nullable String proposed,
        String because,
        @Nullable Given answer) {

    /** What a person has answered. */
    record Given(String answer, @Nullable String value, String actor, String at) {

        static Given of(Answer answer) {
            return new Given(
                    Choices.word(answer.kind()),
                    text(answer.value()),
                    answer.actor(),
                    answer.at().toString());
        }
    }

    static ConflictView of(Conflict conflict, Instant now) {
        Sighting last = conflict.last();
        ConflictProposal proposal = ConflictProposal.of(conflict);
        return new ConflictView(
                conflict.id(),
                last.route().value(),
                Choices.word(last.kind()),
                last.kind().meaning(),
                Choices.word(conflict.state()),
                last.key(),
                last.title(),
                last.sourceItem().map(ExternalId::value).orElse(null),
                last.targetItem().value(),
                text(last.acknowledged()),
                text(last.local()),
                text(last.remote()),
                text(last.desired()),
                conflict.opened().toString(),
                Ages.since(conflict.opened(), now),
                last.at().toString(),
                conflict.count(),
                last.plan(),
                last.detail(),
                proposal.answer().map(Choices::word).orElse(null),
                proposal.because(),
                conflict.answer().map(Given::of).orElse(null));
    }

    private static @Nullable String text(Optional<Quantity> quantity) {
        return quantity.map(Quantity::toString).orElse(null);
    }

    static String shown(@Nullable String figure) {
        return figure == null ? "-" : figure;
    }

    static void print(Screen screen, List<ConflictView> views) {
        Table table = Table.of(
                ">ID",
                "ROUTE",
                "SKU",
                "KIND",
                "STATE",
                ">AGREED",
                ">SOURCE",
                ">TARGET",
                ">SEEN",
                "OPEN FOR",
                "PROPOSED");
        views.forEach(view -> table.row(
                view.id(),
                view.route(),
                view.sku(),
                view.kind(),
                view.state(),
                shown(view.acknowledged()),
                shown(view.local()),
                shown(view.remote()),
                view.count() + "x",
                view.age(),
                view.proposed() == null ? "look at it" : view.proposed()));
        screen.table(table);
    }
}
