package io.tallyport.core.catalog.mapping;

import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Progress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Finds for each free item of the source what it may be at the target, without comparing all pairs: items that share a
 * barcode, a form or part of the SKU, or telling words of the title are candidates (an inverted index), and only those are
 * weighed. Pure.
 */
final class SuggestionSearch {

    private static final int BY_WORDS = 32;
    private static final int REPORT_EVERY = 500;
    private static final double LEAST_SCORE = 0.25;
    private static final Comparator<Scored> BEST_FIRST = Comparator.comparingDouble(
                    (Scored scored) -> scored.weighed().score())
            .reversed()
            .thenComparingInt(Scored::target);

    /**
     * What is compared.
     *
     * @param source all of the source's items, to know which codes are unique
     * @param target all of the target's items
     * @param joined tells which are free
     * @param rejected pairs that a person has said no to, by source item
     * @param most how many candidates an item is given
     */
    record Input(
            CatalogueSide source,
            CatalogueSide target,
            JoinedItems joined,
            Map<ExternalId, Set<ExternalId>> rejected,
            int most) {}

    private record Scored(int target, PairScore.Weighed weighed) {}

    /** The best of an item's candidates; exact where no other candidate of the item shares a code with it. */
    private record Ranked(ItemTraits source, List<Scored> scored, boolean exact) {}

    private final Input input;
    private final Progress progress;
    private final List<ItemTraits> sources = new ArrayList<>();
    private final List<ItemTraits> targets = new ArrayList<>();
    private final KeyPostings byKey = new KeyPostings();
    private final WordPostings byWord;
    private final PairScore score;
    private final Candidates candidates = new Candidates();
    /** How many items of the source share a code with each of the target. */
    private final int[] sharers;

    SuggestionSearch(Input input, TextSimilarity similarity, Progress progress) {
        this.input = input;
        this.progress = progress;
        Vocabulary vocabulary = new Vocabulary();
        input.joined().freeSources().forEach(item -> sources.add(ItemTraits.of(item, vocabulary.add(item))));
        input.joined().freeTargets().forEach(item -> targets.add(ItemTraits.of(item, vocabulary.add(item))));
        vocabulary.weigh();
        this.byWord = new WordPostings(
                vocabulary, targets.stream().map(ItemTraits::words).toArray(int[][]::new));
        for (int target = 0; target < targets.size(); target++) {
            for (String key : SkuKeys.of(targets.get(target).item())) {
                byKey.add(key, target);
            }
        }
        byKey.sort();
        this.sharers = new int[targets.size()];
        this.score = new PairScore(
                CodeCounts.of(input.source().items()),
                CodeCounts.of(input.target().items()),
                new TitleComparison(vocabulary, similarity));
    }

    /** Those items that have a candidate, the best first. */
    List<ItemSuggestions> find() {
        List<Ranked> ranked = new ArrayList<>();
        for (int at = 0; at < sources.size(); at++) {
            List<Scored> scored = candidatesOf(sources.get(at));
            if (!scored.isEmpty()) {
                ranked.add(rank(sources.get(at), scored));
            }
            if (at % REPORT_EVERY == 0 || at == sources.size() - 1) {
                progress.at("comparing", at + 1L, OptionalLong.of(sources.size()));
            }
        }
        List<ItemSuggestions> found = new ArrayList<>();
        ranked.forEach(each -> found.add(suggestions(each)));
        found.sort(
                Comparator.comparingDouble((ItemSuggestions item) -> item.best().score())
                        .reversed()
                        .thenComparing(item -> item.source().item()));
        return found;
    }

    private List<Scored> candidatesOf(ItemTraits source) {
        candidates.clear();
        SkuKeys.of(source.item()).forEach(key -> byKey.collect(key, candidates));
        for (int target : byWord.nearest(source.words(), BY_WORDS)) {
            candidates.add(target);
        }
        Set<ExternalId> rejected = input.rejected().getOrDefault(source.item().item(), Set.of());
        List<Scored> scored = new ArrayList<>();
        for (int at = 0; at < candidates.size(); at++) {
            int target = candidates.get(at);
            if (!rejected.contains(targets.get(target).item().item())) {
                PairScore.Weighed weighed = score.weigh(source, targets.get(target));
                if (weighed.score() >= LEAST_SCORE) {
                    scored.add(new Scored(target, weighed));
                }
            }
        }
        scored.sort(BEST_FIRST);
        return scored;
    }

    /** Another candidate that shares a code makes the first one uncertain, on either side. */
    private Ranked rank(ItemTraits source, List<Scored> scored) {
        scored.stream().filter(each -> each.weighed().sharesCode()).forEach(each -> sharers[each.target()]++);
        boolean exact = scored.get(0).weighed().exact()
                && scored.stream().skip(1).noneMatch(rival -> rival.weighed().sharesCode());
        return new Ranked(source, List.copyOf(scored.subList(0, Math.min(input.most(), scored.size()))), exact);
    }

    private ItemSuggestions suggestions(Ranked ranked) {
        List<Suggestion> found = new ArrayList<>();
        for (Scored each : ranked.scored()) {
            PairScore.Weighed weighed = each.weighed();
            found.add(new Suggestion(
                    ranked.source().item(),
                    targets.get(each.target()).item(),
                    weighed.score(),
                    found.isEmpty() && ranked.exact() && sharers[each.target()] == 1,
                    weighed.titles(),
                    weighed.clues()));
        }
        return new ItemSuggestions(ranked.source().item(), found);
    }
}
