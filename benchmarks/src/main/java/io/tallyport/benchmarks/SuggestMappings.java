package io.tallyport.benchmarks;

import io.tallyport.core.catalog.Variant;
import io.tallyport.core.catalog.mapping.CatalogueHouse;
import io.tallyport.core.catalog.mapping.SuggestSkuMappings;
import io.tallyport.core.catalog.mapping.SuggestionFigures;
import io.tallyport.core.catalog.mapping.TextSimilarity;
import io.tallyport.core.catalog.mapping.TwinCatalogues;
import io.tallyport.core.kernel.Progress;
import io.tallyport.runtime.mapping.JaroWinkler;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;
import java.util.Locale;

/**
 * How good the suggestions of SKU mappings are, how long they take and how much they hold, on two made-up catalogues whose
 * truth is known; beside it, a comparison of all pairs of a sample, extrapolated to all.
 *
 * <p>The other comparison looks at the titles alone, one similarity for each pair, and so does less for a pair than a
 * suggestion does.
 */
final class SuggestMappings {

    private static final int ARTICLES = 54_000;
    private static final long SEED = 20_261_121L;
    private static final int SAMPLE = 2_000;
    private static final double LEAST_PRECISION = 0.99;
    private static final double LEAST_RECALL = 0.95;
    private static final double MOST_MINUTES = 10;

    private SuggestMappings() {}

    /** How many articles, and the seed, may be given. */
    public static void main(String[] args) {
        int articles = args.length > 0 ? Integer.parseInt(args[0]) : ARTICLES;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : SEED;
        JaroWinkler similarity = new JaroWinkler();
        CatalogueHouse house = new CatalogueHouse(similarity);
        TwinCatalogues twins = new TwinCatalogues(articles, seed);
        twins.source.forEach(house.till::put);
        twins.target.forEach(house.web::put);
        say("%,d items beside %,d, seed %d", twins.source.size(), twins.target.size(), seed);
        double before = heldNow();
        long start = System.nanoTime();
        SuggestSkuMappings.Report report = house.suggest().suggest(CatalogueHouse.ROUTE, 3, Progress.NONE);
        double seconds = (System.nanoTime() - start) / 1e9;
        SuggestionFigures figures = SuggestionFigures.of(report.suggestions(), twins.truth);
        say("  %s", figures);
        say("  precision of what is certain  %.4f, aim at least %.2f", figures.precision(), LEAST_PRECISION);
        say("  recall among the first three  %.4f, aim at least %.2f", figures.recall(), LEAST_RECALL);
        say("  time  %.1f s, aim at most %.0f minutes", seconds, MOST_MINUTES);
        say("  heap  %.0f MB at most, %.0f MB of them both catalogues before it began", peak(), before);
        double pairs = allPairs(twins, similarity);
        say(
                "  all pairs by title alone, extrapolated from %,d x %,d: %.0f s, %.0f times as long",
                Math.min(SAMPLE, twins.source.size()), Math.min(SAMPLE, twins.target.size()), pairs, pairs / seconds);
        boolean met = figures.precision() >= LEAST_PRECISION
                && figures.recall() >= LEAST_RECALL
                && seconds <= MOST_MINUTES * 60;
        System.exit(met ? 0 : 1);
    }

    private static double allPairs(TwinCatalogues twins, TextSimilarity similarity) {
        List<Variant> sources = twins.source.subList(0, Math.min(SAMPLE, twins.source.size()));
        List<Variant> targets = twins.target.subList(0, Math.min(SAMPLE, twins.target.size()));
        double best = 0;
        long start = System.nanoTime();
        for (Variant source : sources) {
            for (Variant target : targets) {
                best = Math.max(best, similarity.of(source.title(), target.title()));
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (best == 0) {
            throw new IllegalStateException("no two titles are alike");
        }
        return seconds
                * ((double) twins.source.size() / sources.size())
                * ((double) twins.target.size() / targets.size());
    }

    /** What is still needed after a collection, in MB. */
    private static double heldNow() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
    }

    /** The most that the heap's parts held, garbage included, in MB. */
    private static double peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .map(MemoryPoolMXBean::getPeakUsage)
                        .mapToLong(usage -> usage.getUsed())
                        .sum()
                / 1e6;
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
