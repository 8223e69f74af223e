package io.tallyport.core.catalog.mapping;

import io.tallyport.core.catalog.MappingEntry;
import io.tallyport.core.connection.SkuScope;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Sku;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Compares two catalogues and names what does not fit. Pure; time and memory grow with the number of items. */
final class MismatchSearch {

    /** More items than this under one barcode are a placeholder's, and say nothing about the other side. */
    private static final int PLACEHOLDER = 20;

    private static final Comparator<Mismatch> ORDER = Comparator.comparing(Mismatch::kind)
            .thenComparing(MismatchSearch::name)
            .thenComparing(Mismatch::detail);

    private final CatalogueSide source;
    private final CatalogueSide target;
    private final List<MappingEntry> entries;
    private final Set<ExternalId> mapped = new HashSet<>();
    private final JoinedItems joined;
    private final ItemIndex sources;
    private final ItemIndex targets;
    private final List<Mismatch> found = new ArrayList<>();
    private final Set<CatalogueItem> explained = new HashSet<>();

    MismatchSearch(CatalogueSide source, CatalogueSide target, List<MappingEntry> entries, SkuScope scope) {
        this.source = source;
        this.target = target;
        this.entries = List.copyOf(entries);
        entries.forEach(entry -> {
            mapped.add(entry.mapping().sourceItem());
            mapped.add(entry.mapping().targetItem());
        });
        this.joined = JoinedItems.of(
                source, target, entries.stream().map(MappingEntry::mapping).toList(), scope);
        this.sources = ItemIndex.of(live(source, scope));
        this.targets = ItemIndex.of(live(target, scope));
    }

    private static List<CatalogueItem> live(CatalogueSide side, SkuScope scope) {
        return side.items().stream()
                .filter(item -> !item.isArchived())
                .filter(item -> item.sku().map(scope::covers).orElse(scope.equals(SkuScope.ALL)))
                .toList();
    }

    /** All of them, the most urgent kinds first, by name within a kind. */
    List<Mismatch> find() {
        found.addAll(new MappedMismatches(source, target).of(entries));
        duplicateSkus();
        duplicateBarcodes(sources.byBarcode(), true);
        duplicateBarcodes(targets.byBarcode(), false);
        formats();
        barcodes();
        lone(joined.freeSources(), target, true);
        lone(joined.freeTargets(), source, false);
        found.sort(ORDER);
        return found;
    }

    /** How many pairs are joined already. */
    int joined() {
        return joined.partners().size();
    }

    private static String name(Mismatch mismatch) {
        List<CatalogueItem> items = mismatch.sources().isEmpty() ? mismatch.targets() : mismatch.sources();
        return items.isEmpty() ? "" : items.get(0).name();
    }

    /** A mapping has told a mapped item from the others, so only the rest counts. */
    private void duplicateSkus() {
        Set<Sku> skus = new HashSet<>(sources.bySku().keySet());
        skus.addAll(targets.bySku().keySet());
        for (Sku sku : skus) {
            List<CatalogueItem> ours = unmapped(sources.bySku().getOrDefault(sku, List.of()));
            List<CatalogueItem> theirs = unmapped(targets.bySku().getOrDefault(sku, List.of()));
            if (ours.size() > 1 || theirs.size() > 1) {
                String detail =
                        sku + " on " + ours.size() + " items of the source, " + theirs.size() + " of the target";
                found.add(new Mismatch(MismatchKind.DUPLICATE_SKU, ours, theirs, true, detail));
                explained.addAll(ours);
                explained.addAll(theirs);
            }
        }
    }

    private List<CatalogueItem> unmapped(List<CatalogueItem> items) {
        return items.stream().filter(item -> !mapped.contains(item.item())).toList();
    }

    private void duplicateBarcodes(Map<Barcode, List<CatalogueItem>> groups, boolean atSource) {
        groups.forEach((barcode, items) -> {
            if (items.size() > 1) {
                String detail = barcode + " on " + items.size() + " items of the " + (atSource ? "source" : "target");
                found.add(new Mismatch(
                        MismatchKind.DUPLICATE_BARCODE,
                        atSource ? items : List.of(),
                        atSource ? List.of() : items,
                        true,
                        detail));
            }
        });
    }

    /** Groups of one form in which somebody is free, and not all SKUs are the same. */
    private void formats() {
        Set<SkuForm> forms = new HashSet<>(sources.byForm().keySet());
        forms.addAll(targets.byForm().keySet());
        Set<CatalogueItem> free = new HashSet<>(joined.freeSources());
        free.addAll(joined.freeTargets());
        for (SkuForm form : forms) {
            List<CatalogueItem> ours = sources.byForm().getOrDefault(form, List.of());
            List<CatalogueItem> theirs = targets.byForm().getOrDefault(form, List.of());
            List<CatalogueItem> all = new ArrayList<>(ours);
            all.addAll(theirs);
            List<Sku> skus = all.stream()
                    .map(CatalogueItem::sku)
                    .flatMap(Optional::stream)
                    .distinct()
                    .toList();
            if (skus.size() > 1 && all.stream().anyMatch(free::contains)) {
                String detail =
                        skus.get(0) + " and " + skus.get(1) + ": " + SkuForm.difference(skus.get(0), skus.get(1));
                found.add(new Mismatch(MismatchKind.SKU_FORMAT, ours, theirs, true, detail));
                if (!ours.isEmpty() && !theirs.isEmpty()) {
                    explained.addAll(all);
                }
            }
        }
    }

    private void barcodes() {
        sources.byBarcode().forEach((barcode, ours) -> {
            List<CatalogueItem> theirs = targets.byBarcode().getOrDefault(barcode, List.of());
            if (ours.size() > PLACEHOLDER || theirs.size() > PLACEHOLDER) {
                return;
            }
            Set<CatalogueItem> left = new HashSet<>();
            Set<CatalogueItem> right = new HashSet<>();
            for (CatalogueItem one : ours) {
                theirs.stream().filter(other -> differ(one, other)).forEach(other -> {
                    left.add(one);
                    right.add(other);
                });
            }
            if (!left.isEmpty()) {
                found.add(new Mismatch(
                        MismatchKind.BARCODE_OTHER_SKU, byName(left), byName(right), true, "barcode " + barcode));
                explained.addAll(left);
                explained.addAll(right);
            }
        });
    }

    private boolean differ(CatalogueItem one, CatalogueItem other) {
        boolean sameForm = one.sku().isPresent()
                && other.sku().isPresent()
                && SkuForm.of(one.sku().get()).equals(SkuForm.of(other.sku().get()));
        return !sameForm && !joined.joins(one, other);
    }

    private static List<CatalogueItem> byName(Collection<CatalogueItem> items) {
        return items.stream().sorted(Comparator.comparing(CatalogueItem::name)).toList();
    }

    private void lone(List<CatalogueItem> free, CatalogueSide other, boolean atSource) {
        Map<String, CatalogueItem> archived = new TreeMap<>();
        other.items().stream()
                .filter(CatalogueItem::isArchived)
                .filter(item -> item.sku().isPresent())
                .forEach(item -> archived.put(item.name(), item));
        for (CatalogueItem item : free) {
            if (explained.contains(item)) {
                continue;
            }
            List<CatalogueItem> there = item.sku().isEmpty()
                    ? List.of()
                    : Optional.ofNullable(archived.get(item.name())).stream().toList();
            MismatchKind alone = atSource ? MismatchKind.ONLY_AT_SOURCE : MismatchKind.ONLY_AT_TARGET;
            MismatchKind kind = item.sku().isEmpty()
                    ? MismatchKind.NO_SKU
                    : there.isEmpty() ? alone : MismatchKind.COUNTERPART_ARCHIVED;
            boolean proven = item.sku().isEmpty() || other.complete();
            List<CatalogueItem> here = List.of(item);
            found.add(
                    atSource
                            ? new Mismatch(kind, here, there, proven, "")
                            : new Mismatch(kind, there, here, proven, ""));
        }
    }
}
