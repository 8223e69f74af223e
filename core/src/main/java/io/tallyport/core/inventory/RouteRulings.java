package io.tallyport.core.inventory;

import io.tallyport.core.catalog.ProductSource;
import io.tallyport.core.conflict.Answer;
import io.tallyport.core.conflict.Conflict;
import io.tallyport.core.connection.Route;
import io.tallyport.core.kernel.Basis;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Progress;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.rule.CategoryRead;
import io.tallyport.core.rule.CategoryReader;
import io.tallyport.core.rule.QuantityRule;
import io.tallyport.core.rule.RuleBook;
import io.tallyport.core.rule.RuleErrors;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rules and the live conflicts of one route while it is planned. */
final class RouteRulings implements RowRules {

    private final RuleBook book;
    private final Optional<Lookup> lookup;
    private final String basis;
    private final Map<ExternalId, Conflict> live = new HashMap<>();
    private Map<ExternalId, Optional<String>> categories = Map.of();

    /** Tells the categories of items. */
    private interface Lookup {
        Map<ExternalId, Optional<String>> of(Collection<ExternalId> items);
    }

    private RouteRulings(RuleBook book, Optional<Lookup> lookup, String basis, List<Conflict> live) {
        this.book = book;
        this.lookup = lookup;
        this.basis = basis;
        live.forEach(conflict -> this.live.put(conflict.last().targetItem(), conflict));
    }

    /**
     * What is laid down about a route now; reads the categories of its source where a rule needs them and that is due.
     *
     * @throws io.tallyport.core.kernel.PortException.Rejected with {@link RuleErrors#NO_CATEGORIES}
     */
    static RouteRulings of(RulingStores stores, Route route, RouteEnds ends, Clock clock, Progress progress) {
        RuleBook book = RuleBook.of(route, stores.rules().all());
        List<Conflict> live = stores.inbox().live(route.id());
        if (!book.needsCategories()) {
            return new RouteRulings(book, Optional.empty(), book.basis(), live);
        }
        ProductSource products = ends.products()
                .orElseThrow(() -> RuleErrors.rejected(
                        "plan route",
                        RuleErrors.NO_CATEGORIES,
                        "a rule about route \"" + route.id() + "\" names a category"));
        CategoryReader reader = new CategoryReader(stores.categories(), products, ends.sourceConnection(), clock);
        CategoryRead read = reader.refresh(progress);
        return new RouteRulings(
                book, Optional.of(reader::of), Basis.of(book.basis(), "categories " + read.changes()), live);
    }

    /** What is laid down about a route, with categories as they were read last: asks no platform. */
    static RouteRulings known(RulingStores stores, Route route) {
        RuleBook book = RuleBook.of(route, stores.rules().all());
        Lookup kept = items -> stores.categories().of(route.source().connection(), items);
        return new RouteRulings(
                book, Optional.of(kept), book.basis(), stores.inbox().live(route.id()));
    }

    /** Different whenever a plan of what changed would miss what is laid down now; empty when nothing is. */
    String basis() {
        return basis;
    }

    @Override
    public void prepare(List<StockLevel> sources) {
        lookup.ifPresent(known ->
                categories = known.of(sources.stream().map(StockLevel::item).toList()));
    }

    @Override
    public QuantityRule of(StockLevel source) {
        return book.of(OrderedLevels.key(source), category(source));
    }

    /** The category that rules are held against; empty when none needs it. */
    Optional<String> category(StockLevel source) {
        return categories.getOrDefault(source.item(), Optional.empty());
    }

    RuleBook book() {
        return book;
    }

    @Override
    public boolean isKept(ExternalId targetItem, Quantity local, Quantity remote) {
        return answer(targetItem).map(answer -> answer.keeps(local, remote)).orElse(false);
    }

    private Optional<Answer> answer(ExternalId targetItem) {
        Conflict conflict = live.get(targetItem);
        return conflict == null ? Optional.empty() : conflict.answer();
    }

    /** Target items that have a live conflict. */
    Set<ExternalId> inConflict() {
        return live.keySet();
    }
}
