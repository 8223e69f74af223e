package io.tallyport.runtime.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.catalog.mapping.CatalogueHouse;
import io.tallyport.core.catalog.mapping.ItemSuggestions;
import io.tallyport.core.catalog.mapping.SuggestionFigures;
import io.tallyport.core.catalog.mapping.TwinCatalogues;
import io.tallyport.core.kernel.Progress;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Suggestions held against the truth, on made-up catalogues; {@code SuggestMappings} in benchmarks does it at full size. */
class SuggestionQualityTest {

    private static final int ARTICLES = 1_500;

    private static List<ItemSuggestions> suggest(TwinCatalogues twins) {
        CatalogueHouse house = new CatalogueHouse(new JaroWinkler());
        twins.source.forEach(house.till::put);
        twins.target.forEach(house.web::put);
        return house.suggest().suggest(CatalogueHouse.ROUTE, 3, Progress.NONE).suggestions();
    }

    @Test
    void whatIsCertainIsRightAndWhatIsRightIsAmongTheFirstThree() {
        for (long seed = 1; seed <= 2; seed++) {
            TwinCatalogues twins = new TwinCatalogues(ARTICLES, seed);
            SuggestionFigures figures = SuggestionFigures.of(suggest(twins), twins.truth);
            assertThat(figures.toFind()).isGreaterThan(ARTICLES / 2);
            assertThat(figures.certain()).as(figures.toString()).isGreaterThan(ARTICLES / 4);
            assertThat(figures.precision()).as(figures.toString()).isGreaterThanOrEqualTo(0.99);
            assertThat(figures.recall()).as(figures.toString()).isGreaterThanOrEqualTo(0.95);
        }
    }

    @Test
    void noTargetIsCertainForTwoSourcesAndTheSameInputGivesTheSame() {
        TwinCatalogues twins = new TwinCatalogues(ARTICLES / 2, 3);
        List<ItemSuggestions> suggestions = suggest(twins);
        assertThat(suggestions.stream()
                        .filter(ItemSuggestions::isCertain)
                        .map(item -> item.best().target().item()))
                .isNotEmpty()
                .doesNotHaveDuplicates();
        assertThat(suggest(new TwinCatalogues(ARTICLES / 2, 3))).isEqualTo(suggestions);
    }
}
