package io.tallyport.core.catalog.mapping;

import io.tallyport.core.catalog.MappingEntry;
import io.tallyport.core.catalog.MappingOrigin;
import io.tallyport.core.catalog.SkuMapping;
import io.tallyport.core.connection.Connectors;
import io.tallyport.core.history.AuditEntry;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Progress;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.core.kernel.Sku;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Keeps what people say about two items: that they are one, or that they are not. Each word is in the audit trail. */
public final class MappingDesk {

    private static final String MAP = "map items";

    private final CatalogueStores stores;
    private final Connectors connectors;
    private final Clock clock;

    public MappingDesk(CatalogueStores stores, Connectors connectors, Clock clock) {
        this.stores = stores;
        this.connectors = connectors;
        this.clock = clock;
    }

    /**
     * Two items of a route as a person names them.
     *
     * @param actor who says something about them
     */
    public record Pair(RouteId route, ItemRef source, ItemRef target, String actor) {}

    private record Found(CatalogueItem source, CatalogueItem target) {

        SkuMapping on(RouteId route) {
            return new SkuMapping(route, source.item(), target.item());
        }
    }

    /**
     * Says that two items are one. A weaker word about either of them gives way, and so does an earlier rejection.
     *
     * @throws IllegalArgumentException when there is no such route
     * @throws io.tallyport.core.kernel.PortException.Rejected when an item is not found, or a person mapped it to another
     */
    public MappingEntry confirm(Pair pair, Progress progress) {
        Found found = find(pair, progress);
        MappingEntry entry = entry(found, pair.route(), MappingOrigin.PERSON, now(), pair.actor());
        stores.unitOfWork().inOne(() -> {
            MappingChange change = MappingChange.of(stores.mappings().entries(pair.route()), List.of(entry), false);
            if (!change.clashes().isEmpty()) {
                throw taken(change.clashes().get(0).known());
            }
            change.store(stores.mappings());
            stores.rejections().remove(entry.mapping());
            record(pair.actor(), "items mapped", pair.route(), words(found));
        });
        return entry;
    }

    /**
     * Says that two items are not one, so that they are not suggested again; the same again changes nothing.
     *
     * @throws IllegalArgumentException when there is no such route
     * @throws io.tallyport.core.kernel.PortException.Rejected when an item is not found, or the two are mapped
     */
    public Rejection reject(Pair pair, String reason, Progress progress) {
        Found found = find(pair, progress);
        Rejection rejection = new Rejection(found.on(pair.route()), now(), pair.actor(), reason);
        stores.unitOfWork().inOne(() -> {
            if (stores.mappings().of(pair.route()).contains(rejection.pair())) {
                throw MappingErrors.rejected(
                        "reject pair", MappingErrors.TAKEN, words(found) + " are mapped to each other");
            }
            if (stores.rejections().add(rejection)) {
                record(pair.actor(), "pair rejected", pair.route(), words(found));
            }
        });
        return rejection;
    }

    /**
     * Takes a rejection back; false when there was none. Nothing is asked of a platform: items are named by their ids.
     *
     * @throws IllegalArgumentException when an item is named by its SKU
     */
    public boolean takeBack(Pair pair) {
        SkuMapping items = new SkuMapping(pair.route(), id(pair.source()), id(pair.target()));
        return stores.unitOfWork().inOne(() -> {
            boolean removed = stores.rejections().remove(items);
            if (removed) {
                record(
                        pair.actor(),
                        "rejection taken back",
                        pair.route(),
                        items.sourceItem() + " and " + items.targetItem());
            }
            return removed;
        });
    }

    private static ExternalId id(ItemRef ref) {
        return ref.item()
                .orElseThrow(() -> new IllegalArgumentException("\"" + ref
                        + "\" must be an id, as id:ITEM; tallyport sku map list ROUTE --rejected shows them"));
    }

    /**
     * Removes the mapping of an item, named by its id at either side or by the SKU that it had when it was mapped.
     * Nothing is asked of a platform: the item may be gone.
     *
     * @throws io.tallyport.core.kernel.PortException.Rejected when no mapping, or more than one, is meant
     */
    public MappingEntry remove(RouteId route, ItemRef item, String actor) {
        return stores.unitOfWork().inOne(() -> {
            List<MappingEntry> meant = stores.mappings().entries(route).stream()
                    .filter(entry -> isMeant(entry, item))
                    .toList();
            if (meant.size() != 1) {
                throw MappingErrors.rejected(
                        "remove mapping",
                        MappingErrors.NO_SUCH_ITEM,
                        "on route \"" + route + "\", " + meant.size() + " mappings are of \"" + item + "\"");
            }
            SkuMapping mapping = meant.get(0).mapping();
            stores.mappings().remove(mapping);
            record(actor, "mapping removed", route, mapping.sourceItem() + " and " + mapping.targetItem());
            return meant.get(0);
        });
    }

    private static boolean isMeant(MappingEntry entry, ItemRef ref) {
        Optional<Sku> sku = ref.sku();
        return ref.item()
                .map(item -> item.equals(entry.mapping().sourceItem())
                        || item.equals(entry.mapping().targetItem()))
                .orElseGet(
                        () -> entry.sourceSku().equals(sku) || entry.targetSku().equals(sku));
    }

    private Found find(Pair pair, Progress progress) {
        try (CatalogueEnds ends = CatalogueEnds.open(pair.route(), stores, connectors)) {
            String from = ends.route().source().connection().value();
            String to = ends.route().target().connection().value();
            return new Found(
                    new ItemFinder(ends.sourceProducts(), from, progress).find(pair.source()),
                    new ItemFinder(ends.targetProducts(), to, progress).find(pair.target()));
        }
    }

    private static MappingEntry entry(Found found, RouteId route, MappingOrigin origin, Instant at, String actor) {
        return entry(found.source(), found.target(), route, origin, at, actor);
    }

    static MappingEntry entry(
            CatalogueItem source, CatalogueItem target, RouteId route, MappingOrigin origin, Instant at, String actor) {
        return new MappingEntry(
                new SkuMapping(route, source.item(), target.item()),
                origin,
                Optional.of(at),
                Optional.of(actor),
                source.sku(),
                target.sku());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void record(String actor, String action, RouteId route, String details) {
        stores.audit().record(new AuditEntry(clock.instant(), actor, action, route.value(), details));
    }

    private static String words(Found found) {
        return found.source().name() + " (" + found.source().item() + ") and "
                + found.target().name() + " (" + found.target().item() + ")";
    }

    private static RuntimeException taken(MappingEntry known) {
        return MappingErrors.rejected(
                MAP,
                MappingErrors.TAKEN,
                "item " + known.mapping().sourceItem() + " is mapped to "
                        + known.mapping().targetItem());
    }
}
