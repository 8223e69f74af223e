package io.tallyport.cli;

import io.tallyport.core.conflict.Conflict;
import io.tallyport.core.conflict.ConflictKind;
import io.tallyport.core.conflict.ConflictState;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** Picks conflicts by {@code route=main}, {@code kind=over-threshold}, {@code state=kept}, {@code sku=P*}. */
final class ConflictFilter {

    private ConflictFilter() {}

    /**
     * All of them must hold.
     *
     * @throws IllegalArgumentException for one that is not understood
     */
    static Predicate<Conflict> of(List<String> terms) {
        Predicate<Conflict> all = conflict -> true;
        for (String term : terms) {
            all = all.and(one(term));
        }
        return all;
    }

    private static Predicate<Conflict> one(String term) {
        int equals = term.indexOf('=');
        String key = equals < 0 ? term : term.substring(0, equals);
        String value = equals < 0 ? "" : term.substring(equals + 1);
        return switch (key) {
            case "route" -> conflict -> conflict.last().route().value().equals(value);
            case "kind" -> kind(value);
            case "state" -> state(value);
            case "sku" -> sku(value);
            default ->
                throw new IllegalArgumentException(
                        "a filter is route=NAME, kind=KIND, state=STATE or sku=SKU (or sku=BEGIN*), got \"" + term
                                + "\"");
        };
    }

    private static Predicate<Conflict> kind(String word) {
        ConflictKind kind = constant(ConflictKind.values(), word);
        return conflict -> conflict.last().kind() == kind;
    }

    private static Predicate<Conflict> state(String word) {
        ConflictState state = constant(ConflictState.values(), word);
        return conflict -> conflict.state() == state;
    }

    private static <E extends Enum<E>> E constant(E[] all, String word) {
        return Arrays.stream(all)
                .filter(one -> Choices.word(one).equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"" + word + "\" is none of "
                        + String.join(
                                ", ", Arrays.stream(all).map(Choices::word).toList())));
    }

    private static Predicate<Conflict> sku(String pattern) {
        if (pattern.isEmpty()) {
            throw new IllegalArgumentException("sku= needs a SKU, or the beginning of SKUs and a *");
        }
        return pattern.endsWith("*")
                ? conflict -> conflict.last().key().startsWith(pattern.substring(0, pattern.length() - 1))
                : conflict -> conflict.last().key().equals(pattern);
    }
}
