package io.tallyport.lightspeed.rseries;

import io.tallyport.core.catalog.ProductSource;
import io.tallyport.core.catalog.Variant;
import io.tallyport.core.catalog.VariantPage;
import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.ExternalId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * The items of R-Series, archived ones included, with what customers are shown of them.
 *
 * <p>A read ends with the platform's own count of all items, archived ones too, which proves it complete.
 */
final class RSeriesProductSource implements ProductSource {

    private static final String ITEM = "Item";
    private static final int MOST_IDS = 100;
    /** Each relation 0.1 to one or 0.2 to many, doubled on lists: two of each, and that of the description. */
    private static final double WITH_RELATIONS = 2.4;

    private static final Map<String, String> ARCHIVED_TOO = Map.of("archived", "true");

    private final RSeriesPages pages;
    private final VariantMapper mapper;
    private final String relations;

    RSeriesProductSource(RSeriesPages pages, VariantMapper mapper, List<String> relations) {
        this.pages = pages;
        this.mapper = mapper;
        this.relations = relations.stream().collect(Collectors.joining("\",\"", "[\"", "\"]"));
    }

    @Override
    public VariantPage variants(Optional<Cursor> cursor) {
        RSeriesPages.Rows<Variant> page = pages.page(
                "Item.list", WITH_RELATIONS, ITEM, parameters(Map.of("sort", "itemID")), cursor, this::variants);
        OptionalLong total = page.next().isPresent()
                ? OptionalLong.empty()
                : OptionalLong.of(pages.count("Item.count", ITEM, ARCHIVED_TOO));
        return new VariantPage(page.rows(), page.next(), total);
    }

    @Override
    public List<Variant> variantsOf(Collection<ExternalId> items) {
        List<String> ids = items.stream()
                .map(ExternalId::value)
                .filter(id -> id.matches("[0-9]{1,18}"))
                .distinct()
                .toList();
        List<Variant> variants = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += MOST_IDS) {
            String some = ids.subList(from, Math.min(ids.size(), from + MOST_IDS)).stream()
                    .collect(Collectors.joining(",", "IN,[", "]"));
            pages.each("Item.some", WITH_RELATIONS, ITEM, parameters(Map.of("itemID", some)), this::variants)
                    .forEach(variants::addAll);
        }
        return List.copyOf(variants);
    }

    private List<Variant> variants(PageWire page) {
        return page.items().stream().map(mapper::variant).toList();
    }

    private Map<String, String> parameters(Map<String, String> own) {
        Map<String, String> parameters = new LinkedHashMap<>(own);
        parameters.put("load_relations", relations);
        parameters.putAll(ARCHIVED_TOO);
        parameters.put("limit", RSeriesPages.LIMIT);
        return parameters;
    }
}
