package io.tallyport.core.purchasing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.consignment.ItemLookup;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Sku;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SearchThenCatalogueTest {

    private final List<String> asked = new ArrayList<>();
    private final ItemLookup search = lookup("search", Set.of("A"));
    private final ItemLookup catalogue = lookup("catalogue", Set.of("A", "B"));

    private ItemLookup lookup(String name, Set<String> known) {
        return skus -> {
            asked.add(name + " " + skus.size());
            return skus.stream()
                    .filter(sku -> known.contains(sku.value()))
                    .collect(Collectors.toMap(sku -> sku, sku -> Set.of(new ExternalId(name + sku.value()))));
        };
    }

    private Map<Sku, Set<ExternalId>> find(Collection<String> skus) {
        return new SearchThenCatalogue(search, catalogue)
                .itemsOf(skus.stream().map(Sku::new).toList());
    }

    @Test
    void whatTheSearchKnowsIsNotLookedForAnywhereElse() {
        assertThat(find(List.of("A"))).containsEntry(new Sku("A"), Set.of(new ExternalId("searchA")));
        assertThat(asked).containsExactly("search 1");
    }

    @Test
    void whatTheSearchDoesNotKnowIsLookedForInTheCatalogue() {
        assertThat(find(List.of("A", "B", "C")))
                .containsOnlyKeys(new Sku("A"), new Sku("B"))
                .containsEntry(new Sku("B"), Set.of(new ExternalId("catalogueB")));
        assertThat(asked).containsExactly("search 3", "catalogue 2");
    }

    @Test
    void manyAreLookedForInTheCatalogueAtOnce() {
        List<String> many = IntStream.range(0, 500).mapToObj(i -> "S" + i).toList();

        assertThat(find(many)).isEmpty();
        assertThat(asked).containsExactly("catalogue 500");
    }
}
