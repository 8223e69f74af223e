package io.tallyport.core.catalog.mapping;

import io.tallyport.core.catalog.MappingEntry;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.core.kernel.Sku;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks the lines of a mapping file against both catalogues and against each other. */
final class LineCheck {

    private final BothSides sides;
    private final RouteId route;
    private final Instant now;
    private final String actor;
    private final Map<Sku, List<CatalogueItem>> sources;
    private final Map<Sku, List<CatalogueItem>> targets;
    private final Map<ExternalId, Integer> lineOfSource = new HashMap<>();
    private final Map<ExternalId, Integer> lineOfTarget = new HashMap<>();
    private final List<ImportMappings.Taken> taken = new ArrayList<>();
    private final List<ImportMappings.Problem> problems = new ArrayList<>();
    private int oneSided;

    LineCheck(BothSides sides, RouteId route, Instant now, String actor) {
        this.sides = sides;
        this.route = route;
        this.now = now;
        this.actor = actor;
        this.sources = bySku(sides.source().items());
        this.targets = bySku(sides.target().items());
    }

    private static Map<Sku, List<CatalogueItem>> bySku(Collection<CatalogueItem> items) {
        Map<Sku, List<CatalogueItem>> found = new HashMap<>();
        for (CatalogueItem item : items) {
            item.sku()
                    .ifPresent(sku -> found.computeIfAbsent(sku, fresh -> new ArrayList<>(1))
                            .add(item));
        }
        return found;
    }

    void take(MappingLine line) {
        if (line.source().isEmpty() || line.target().isEmpty()) {
            oneSided++;
            return;
        }
        Optional<CatalogueItem> source = find(line, line.source().get(), sides.source(), sources, "the source");
        Optional<CatalogueItem> target = find(line, line.target().get(), sides.target(), targets, "the target");
        if (source.isEmpty() || target.isEmpty()) {
            return;
        }
        boolean freshSource = isFirst(line, source.get(), lineOfSource);
        boolean freshTarget = isFirst(line, target.get(), lineOfTarget);
        if (freshSource && freshTarget) {
            MappingEntry entry = MappingDesk.entry(source.get(), target.get(), route, line.origin(), now, actor);
            taken.add(new ImportMappings.Taken(line.number(), source.get(), target.get(), entry));
        }
    }

    private boolean isFirst(MappingLine line, CatalogueItem item, Map<ExternalId, Integer> lines) {
        Integer before = lines.putIfAbsent(item.item(), line.number());
        if (before != null) {
            add(line, "item " + item.name() + " (" + item.item() + ") is in line " + before + " already");
        }
        return before == null;
    }

    private Optional<CatalogueItem> find(
            MappingLine line, ItemRef ref, CatalogueSide side, Map<Sku, List<CatalogueItem>> bySku, String where) {
        if (ref.item().isPresent()) {
            Optional<CatalogueItem> found = side.find(ref.item().get());
            if (found.isEmpty()) {
                add(line, unknown("item " + ref.item().get(), side, where));
            }
            return found;
        }
        List<CatalogueItem> all = bySku.getOrDefault(ref.sku().orElseThrow(), List.of());
        List<CatalogueItem> live =
                all.stream().filter(item -> !item.isArchived()).toList();
        List<CatalogueItem> meant = live.isEmpty() ? all : live;
        if (meant.size() == 1) {
            return Optional.of(meant.get(0));
        }
        add(
                line,
                meant.isEmpty()
                        ? unknown("SKU \"" + ref + "\"", side, where)
                        : "SKU \"" + ref + "\" stands for " + meant.size() + " items of " + where + ": "
                                + meant.get(0).item() + " and " + meant.get(1).item() + "; name one by its id");
        return Optional.empty();
    }

    private static String unknown(String what, CatalogueSide side, String where) {
        return what + " is not at " + where
                + (side.complete() ? "" : ", or was not read: the read could not prove that it saw everything");
    }

    private void add(MappingLine line, String what) {
        problems.add(new ImportMappings.Problem(line.number(), what));
    }

    /** What to say of a line that stands against a stored mapping. */
    ImportMappings.Problem problem(MappingChange.Clash clash) {
        int line = lineOfSource.getOrDefault(clash.wanted().mapping().sourceItem(), 0);
        return new ImportMappings.Problem(
                line,
                "on this route, " + clash.known().mapping().sourceItem() + " is mapped to "
                        + clash.known().mapping().targetItem()
                        + " already; remove that mapping first, or import with --overwrite");
    }

    List<ImportMappings.Taken> taken() {
        return taken;
    }

    List<ImportMappings.Problem> problems() {
        return problems;
    }

    int oneSided() {
        return oneSided;
    }
}
