package io.tallyport.cli;

import io.tallyport.core.catalog.mapping.Clue;
import io.tallyport.core.catalog.mapping.ItemSuggestions;
import io.tallyport.core.catalog.mapping.SuggestSkuMappings;
import io.tallyport.core.catalog.mapping.Suggestion;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.runtime.Tallyport;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Suggests mappings for a route and shows them. */
final class SuggestReport {

    private final Shell shell;

    SuggestReport(Shell shell) {
        this.shell = shell;
    }

    private record CandidateView(
            ItemView target, double score, boolean certain, double titlesAlike, List<String> reasons) {

        static CandidateView of(Suggestion suggestion) {
            return new CandidateView(
                    ItemView.of(suggestion.target()),
                    rounded(suggestion.score()),
                    suggestion.certain(),
                    rounded(suggestion.titles()),
                    suggestion.clues().stream().map(Clue::meaning).toList());
        }
    }

    private record SuggestionView(ItemView source, List<CandidateView> candidates) {

        static SuggestionView of(ItemSuggestions item) {
            return new SuggestionView(
                    ItemView.of(item.source()),
                    item.candidates().stream().map(CandidateView::of).toList());
        }
    }

    private record View(
            String route,
            int freeSources,
            int freeTargets,
            int withCandidates,
            long certain,
            List<SuggestionView> suggestions) {}

    int run(RouteId route, SuggestOptions options) {
        try (Tallyport tallyport = shell.open()) {
            SuggestSkuMappings.Report report = shell.showing(
                    progress -> tallyport.skus().suggest().suggest(route, options.candidates(), progress));
            List<ItemSuggestions> wanted = report.suggestions().stream()
                    .filter(item -> !options.onlyCertain() || item.isCertain())
                    .toList();
            int limit = options.limit(shell.isJson());
            List<ItemSuggestions> shown = limit == 0 ? wanted : wanted.subList(0, Math.min(limit, wanted.size()));
            long certain = report.suggestions().stream()
                    .filter(ItemSuggestions::isCertain)
                    .count();
            View view = new View(
                    route.value(),
                    report.freeSources(),
                    report.freeTargets(),
                    report.suggestions().size(),
                    certain,
                    shown.stream().map(SuggestionView::of).toList());
            shell.answer(view, screen -> print(screen, view, shown, wanted.size() - shown.size()));
        }
        return ExitCode.OK;
    }

    private static double rounded(double score) {
        return Math.round(score * 1000) / 1000.0;
    }

    private static void print(Screen screen, View view, List<ItemSuggestions> shown, int more) {
        screen.line(view.freeSources() + " items of the source and " + view.freeTargets()
                + " of the target are joined with nothing; " + view.withCandidates() + " have candidates, "
                + view.certain() + " of them are certain.");
        for (ItemSuggestions item : shown) {
            screen.blank();
            screen.title(
                    ItemView.of(item.source()).name() + "  " + item.source().label());
            Table table = Table.of(">SCORE", "", "TARGET", "TITLE", "REASONS");
            item.candidates()
                    .forEach(each -> table.row(
                            String.format(Locale.ROOT, "%.2f", each.score()),
                            each.certain() ? "certain" : "",
                            ItemView.of(each.target()).name(),
                            each.target().label(),
                            reasons(each)));
            screen.table(table);
        }
        if (more > 0) {
            screen.blank();
            screen.line("… " + more + " more items; see them with --limit 0");
        }
        if (!shown.isEmpty()) {
            next(screen, view.route(), shown.get(0).best());
        }
    }

    private static String reasons(Suggestion suggestion) {
        Set<Clue> clues = suggestion.clues();
        return clues.stream()
                .map(clue -> clue == Clue.TITLE
                        ? clue.meaning() + String.format(Locale.ROOT, " (%.0f %%)", suggestion.titles() * 100)
                        : clue.meaning())
                .collect(Collectors.joining("; "));
    }

    private static void next(Screen screen, String route, Suggestion best) {
        String pair =
                route + " id:" + best.source().item() + " id:" + best.target().item();
        screen.blank();
        screen.line("They are one:      tallyport sku confirm " + pair);
        screen.line("They are not:      tallyport sku reject " + pair);
        screen.line("All certain ones:  tallyport sku confirm " + route + " --certain");
    }
}
