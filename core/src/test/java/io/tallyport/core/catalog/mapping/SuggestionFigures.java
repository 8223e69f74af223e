package io.tallyport.core.catalog.mapping;

import io.tallyport.core.kernel.ExternalId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How good suggestions are, held against the truth.
 *
 * @param certain how many were marked certain
 * @param certainAndRight how many of those are true
 * @param toFind how many articles have a counterpart that no equal SKU joins
 * @param first for how many of those the first candidate is the right one
 * @param amongThree for how many it is among the first three
 */
public record SuggestionFigures(int certain, int certainAndRight, int toFind, int first, int amongThree) {

    /** Counts. */
    public static SuggestionFigures of(List<ItemSuggestions> suggestions, Map<ExternalId, ExternalId> truth) {
        int certain = 0;
        int right = 0;
        int first = 0;
        int amongThree = 0;
        for (ItemSuggestions item : suggestions) {
            Optional<ExternalId> wanted =
                    Optional.ofNullable(truth.get(item.source().item()));
            if (item.isCertain()) {
                certain++;
                right += is(item.best(), wanted) ? 1 : 0;
            }
            first += is(item.best(), wanted) ? 1 : 0;
            amongThree += item.candidates().stream().limit(3).anyMatch(each -> is(each, wanted)) ? 1 : 0;
        }
        return new SuggestionFigures(certain, right, truth.size(), first, amongThree);
    }

    private static boolean is(Suggestion suggestion, Optional<ExternalId> wanted) {
        return wanted.equals(Optional.of(suggestion.target().item()));
    }

    /** Of what is marked certain, the part that is true. */
    public double precision() {
        return certain == 0 ? 1 : (double) certainAndRight / certain;
    }

    /** Of what is to be found, the part whose counterpart is among the first three. */
    public double recall() {
        return toFind == 0 ? 1 : (double) amongThree / toFind;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%,d to find: %.2f %% first, %.2f %% among the first three; %,d certain, %.3f %% of them right",
                toFind,
                100.0 * first / Math.max(1, toFind),
                100 * recall(),
                certain,
                100 * precision());
    }
}
