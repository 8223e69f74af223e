package io.tallyport.persistence;

import io.tallyport.core.conflict.Answer;
import io.tallyport.core.conflict.Conflict;
import io.tallyport.core.conflict.ConflictKind;
import io.tallyport.core.conflict.ConflictState;
import io.tallyport.core.conflict.Sighting;
import io.tallyport.core.kernel.Basis;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.persistence.schema.tables.records.ConflictsRecord;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Conflicts to rows and back. */
final class ConflictRows {

    private static final int LONGEST_TITLE = 255;

    private ConflictRows() {}

    static String liveKey(RouteId route, ExternalId targetItem) {
        return Basis.of(route.value(), targetItem.value());
    }

    /** All but {@code id}. */
    static ConflictsRecord row(Conflict conflict) {
        Sighting last = conflict.last();
        ConflictsRecord row = new ConflictsRecord();
        row.setLiveKey(conflict.state().isLive() ? liveKey(last.route(), last.targetItem()) : null);
        row.setRouteId(last.route().value());
        row.setKind(last.kind().name());
        row.setState(conflict.state().name());
        row.setItemKey(last.key());
        row.setTitle(cut(last.title()));
        row.setSourceItem(last.sourceItem().map(ExternalId::value).orElse(null));
        row.setTargetItem(last.targetItem().value());
        row.setAcknowledged(text(last.acknowledged()));
        row.setLocalFigure(text(last.local()));
        row.setRemoteFigure(text(last.remote()));
        row.setDesired(text(last.desired()));
        row.setPlanId(last.plan());
        row.setDetail(last.detail());
        row.setOpenedAt(conflict.opened());
        row.setSeenAt(last.at());
        row.setSeenCount(conflict.count());
        answer(row, conflict.answer());
        row.setClosedAt(conflict.closed().orElse(null));
        return row;
    }

    private static void answer(ConflictsRecord row, Optional<Answer> answer) {
        row.setAnswer(answer.map(given -> given.kind().name()).orElse(null));
        row.setAnswerValue(text(answer.flatMap(Answer::value)));
        row.setAnswerLocal(text(answer.flatMap(Answer::local)));
        row.setAnswerRemote(text(answer.flatMap(Answer::remote)));
        row.setAnsweredBy(answer.map(Answer::actor).orElse(null));
        row.setAnsweredAt(answer.map(Answer::at).orElse(null));
    }

    private static @Nullable String text(Optional<Quantity> quantity) {
        return quantity.map(Quantity::toString).orElse(null);
    }

    /** A title is for people; half a character is for nobody. */
    private static String cut(String title) {
        if (title.length() <= LONGEST_TITLE) {
            return title;
        }
        int end = Character.isHighSurrogate(title.charAt(LONGEST_TITLE - 1)) ? LONGEST_TITLE - 1 : LONGEST_TITLE;
        return title.substring(0, end);
    }

    static Conflict conflict(ConflictsRecord row) {
        Sighting last = new Sighting(
                new RouteId(row.getRouteId()),
                ConflictKind.valueOf(row.getKind()),
                row.getItemKey(),
                row.getTitle(),
                Optional.ofNullable(row.getSourceItem()).map(ExternalId::new),
                new ExternalId(row.getTargetItem()),
                quantity(row.getAcknowledged()),
                quantity(row.getLocalFigure()),
                quantity(row.getRemoteFigure()),
                quantity(row.getDesired()),
                row.getPlanId(),
                row.getSeenAt(),
                row.getDetail());
        return new Conflict(
                row.getId(),
                last,
                ConflictState.valueOf(row.getState()),
                row.getOpenedAt(),
                row.getSeenCount(),
                Optional.ofNullable(row.getAnswer()).map(kind -> answer(row, kind)),
                Optional.ofNullable(row.getClosedAt()));
    }

    private static Answer answer(ConflictsRecord row, String kind) {
        return new Answer(
                Answer.Kind.valueOf(kind),
                quantity(row.getAnswerValue()),
                quantity(row.getAnswerLocal()),
                quantity(row.getAnswerRemote()),
                row.getAnsweredBy(),
                row.getAnsweredAt());
    }

    private static Optional<Quantity> quantity(@Nullable String text) {
        return Optional.ofNullable(text).map(Quantity::parse);
    }
}
