package io.tallyport.cli;

import io.tallyport.core.catalog.mapping.CatalogueItem;
import io.tallyport.core.catalog.mapping.FindSkuMismatches;
import io.tallyport.core.catalog.mapping.Mismatch;
import io.tallyport.core.catalog.mapping.MismatchKind;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.runtime.Tallyport;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compares the catalogues of a route and shows what does not fit. */
final class MismatchReport {

    private final Shell shell;

    MismatchReport(Shell shell) {
        this.shell = shell;
    }

    private record FindingView(
            String kind,
            String meaning,
            String mend,
            boolean proven,
            String detail,
            List<ItemView> source,
            List<ItemView> target) {

        static FindingView of(Mismatch finding) {
            return new FindingView(
                    finding.kind().name(),
                    finding.kind().meaning(),
                    finding.kind().mend(),
                    finding.proven(),
                    finding.detail(),
                    finding.sources().stream().map(ItemView::of).toList(),
                    finding.targets().stream().map(ItemView::of).toList());
        }
    }

    private record Side(int items, boolean complete) {}

    private record View(
            String route, Side source, Side target, int joined, Map<String, Long> counts, List<FindingView> findings) {}

    int run(RouteId route, MismatchOptions options) {
        try (Tallyport tallyport = shell.open()) {
            FindSkuMismatches.Report report =
                    shell.showing(progress -> tallyport.skus().mismatches().find(route, progress));
            List<Mismatch> wanted =
                    report.findings().stream().filter(options::wants).toList();
            Map<MismatchKind, List<Mismatch>> byKind = new EnumMap<>(MismatchKind.class);
            wanted.forEach(finding -> byKind.computeIfAbsent(finding.kind(), kind -> new ArrayList<>())
                    .add(finding));
            Map<String, Long> counts = new LinkedHashMap<>();
            byKind.forEach((kind, findings) -> counts.put(kind.name(), (long) findings.size()));
            View view = new View(
                    route.value(),
                    new Side(report.sourceItems(), report.sourceComplete()),
                    new Side(report.targetItems(), report.targetComplete()),
                    report.joined(),
                    counts,
                    wanted.stream().map(FindingView::of).toList());
            shell.answer(view, screen -> print(screen, report, byKind, options.limit()));
            return wanted.isEmpty() ? ExitCode.OK : ExitCode.PARTIAL;
        }
    }

    private static void print(
            Screen screen, FindSkuMismatches.Report report, Map<MismatchKind, List<Mismatch>> byKind, int limit) {
        screen.line(report.sourceItems() + " items at the source, " + report.targetItems() + " at the target; "
                + report.joined() + " pairs are joined by a mapping or a SKU.");
        if (!report.sourceComplete() || !report.targetComplete()) {
            screen.attention("The read of the "
                    + (report.sourceComplete()
                            ? "target"
                            : report.targetComplete() ? "source" : "source and the target")
                    + " could not prove that it saw everything: what is marked \"not proven\" may be wrong.");
        }
        if (byKind.isEmpty()) {
            screen.good("✓ nothing to mend");
        }
        byKind.forEach((kind, findings) -> print(screen, kind, findings, limit));
    }

    private static void print(Screen screen, MismatchKind kind, List<Mismatch> findings, int limit) {
        screen.blank();
        screen.title(kind.name() + ": " + kind.meaning() + " (" + findings.size() + ")");
        screen.line("  " + kind.mend());
        Table table = Table.of("SOURCE", "TARGET", "PROVEN", "DETAIL");
        int shown = limit == 0 ? findings.size() : Math.min(limit, findings.size());
        for (Mismatch finding : findings.subList(0, shown)) {
            table.row(
                    names(finding.sources()),
                    names(finding.targets()),
                    finding.proven() ? "yes" : "not proven",
                    finding.detail());
        }
        screen.table(table);
        if (shown < findings.size()) {
            screen.line("  … " + (findings.size() - shown) + " more; see them with --limit 0");
        }
    }

    private static String names(List<CatalogueItem> items) {
        return items.isEmpty()
                ? "-"
                : String.join(
                        ", ",
                        items.stream()
                                .map(ItemView::of)
                                .map(ItemView::name)
                                .limit(3)
                                .toList());
    }
}
