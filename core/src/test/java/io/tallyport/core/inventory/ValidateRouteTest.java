package io.tallyport.core.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.catalog.InMemoryProducts;
import io.tallyport.core.catalog.InMemoryVariantShelf;
import io.tallyport.core.catalog.Product;
import io.tallyport.core.catalog.ProductStatus;
import io.tallyport.core.catalog.SkuMapping;
import io.tallyport.core.catalog.Variant;
import io.tallyport.core.inventory.validation.Flaw;
import io.tallyport.core.inventory.validation.FoundFlaw;
import io.tallyport.core.inventory.validation.InMemoryValidations;
import io.tallyport.core.inventory.validation.PriceTolerance;
import io.tallyport.core.inventory.validation.ValidateRoute;
import io.tallyport.core.inventory.validation.ValidatedRow;
import io.tallyport.core.inventory.validation.Validation;
import io.tallyport.core.inventory.validation.ValidationKind;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Money;
import io.tallyport.core.kernel.Progress;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.core.kernel.Sku;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidateRouteTest {

    private final StockHouse house;
    private final InMemoryValidations validations = new InMemoryValidations();

    ValidateRouteTest(@TempDir Path directory) {
        house = new StockHouse(directory);
        house.tellsProducts = true;
    }

    /** Something of which both sides have stock and show the same. */
    private void both(String sku, String pos, String shop) {
        house.till.stock("p" + sku, sku, pos);
        house.web.stock("w" + sku, sku, shop);
        house.posProducts.put(variant("p" + sku, sku, ProductStatus.ACTIVE));
        house.shopProducts.put(variant("w" + sku, sku, ProductStatus.ACTIVE));
    }

    private static Variant variant(String item, String sku, ProductStatus status) {
        ExternalId id = new ExternalId(item);
        return new Variant(
                id,
                new Product(id, "Thing", Optional.empty(), Optional.empty(), Set.of(), List.of(), status),
                Optional.of(new Sku(sku)),
                Set.of(),
                List.of(),
                Optional.of(new Money(BigDecimal.TEN, Currency.getInstance("EUR"))));
    }

    private Validation validate(ValidationKind kind, List<Sku> top, Set<Sku> only) {
        return new ValidateRoute(
                        house.comparison(), InMemoryVariantShelf::new, validations, house.unitOfWork, house.clock)
                .validate(
                        new ValidateRoute.Request(StockHouse.ROUTE, kind, PriceTolerance.EXACT, top, only),
                        Progress.NONE);
    }

    private Validation validate() {
        return validate(ValidationKind.FULL, List.of(), Set.of());
    }

    private List<ValidatedRow> rows(Validation validation) {
        List<ValidatedRow> rows = new ArrayList<>();
        validations.rows(validation.id(), false, rows::add);
        return rows;
    }

    private ValidatedRow row(Validation validation, String sku) {
        return rows(validation).stream()
                .filter(row -> row.sku().equals(sku))
                .findFirst()
                .orElseThrow();
    }

    private List<Flaw> flaws(Validation validation, String sku) {
        return row(validation, sku).flaws().stream().map(FoundFlaw::flaw).toList();
    }

    @Test
    void sidesInStepAreClean() {
        both("A", "3", "3");
        both("B", "-2", "0");
        Validation validation = validate();
        assertThat(validation.isClean()).isTrue();
        assertThat(validation.compared()).isEqualTo(2);
        assertThat(validation.equal()).isEqualTo(2);
        assertThat(row(validation, "B").source()).contains(Quantity.of(-2));
        assertThat(row(validation, "B").difference()).contains(Quantity.ZERO);
        assertThat(validations.of(StockHouse.ROUTE)).containsExactly(validation);
    }

    @Test
    void bothQuantitiesAndTheirDifferenceAreTold() {
        both("A", "3", "10");
        both("B", "8", "6");
        Validation validation = validate();
        assertThat(rows(validation)).extracting(ValidatedRow::sku).containsExactly("A", "B");
        assertThat(row(validation, "A").difference()).contains(Quantity.of(7));
        assertThat(row(validation, "A").flaws()).containsExactly(new FoundFlaw(Flaw.QUANTITY, "3", "10"));
        assertThat(validation.byFlaw()).containsEntry(Flaw.QUANTITY, 2L);
        assertThat(validation.isClean()).isFalse();
    }

    @Test
    void whatSellsBestComesFirst() {
        both("A", "3", "10");
        both("B", "8", "8");
        Validation validation = validate(ValidationKind.FULL, List.of(new Sku("B"), new Sku("unknown")), Set.of());
        assertThat(rows(validation)).extracting(ValidatedRow::sku).containsExactly("B", "A");
        assertThat(row(validation, "B").rank()).hasValue(1);
    }

    @Test
    void newOnesDiscontinuedOnesAndOrphansAreToldApart() {
        both("A", "3", "3");
        house.till.stock("pNEW", "NEW", "1");
        house.posProducts.put(variant("pNEW", "NEW", ProductStatus.ACTIVE));
        house.till.stock("pGONE", "GONE", "1");
        house.posProducts.put(variant("pGONE", "GONE", ProductStatus.ACTIVE));
        house.shopProducts.put(variant("wGONE", "GONE", ProductStatus.ARCHIVED));
        house.web.stock("wOLD", "OLD", "2");
        house.posProducts.put(variant("pOLD", "OLD", ProductStatus.ARCHIVED));
        house.shopProducts.put(variant("wOLD", "OLD", ProductStatus.ACTIVE));
        house.web.stock("wDONE", "DONE", "2");
        house.posProducts.put(variant("pDONE", "DONE", ProductStatus.ARCHIVED));
        house.shopProducts.put(variant("wDONE", "DONE", ProductStatus.DRAFT));
        house.web.stock("wLONE", "LONE", "2");
        house.shopProducts.put(variant("wLONE", "LONE", ProductStatus.ACTIVE));

        Validation validation = validate();

        assertThat(flaws(validation, "NEW")).containsExactly(Flaw.MISSING_IN_SHOP);
        assertThat(flaws(validation, "GONE")).containsExactly(Flaw.NOT_FOR_SALE);
        assertThat(flaws(validation, "OLD")).containsExactly(Flaw.STILL_SOLD);
        assertThat(flaws(validation, "DONE")).isEmpty();
        assertThat(flaws(validation, "LONE")).containsExactly(Flaw.ONLY_IN_SHOP);
    }

    @Test
    void matchingIsThatOfThePlan() {
        both("A", "3", "3");
        house.till.stock("p1", "TWICE", "1").stock("p2", "TWICE", "1").stock("p3", " ", "1");
        house.web.stock("w1", "TWICE", "1");
        house.till.stock("p4", "FOUR", "4");
        house.web.stock("w4", "VIER", "5");
        house.mappings.add(new SkuMapping(StockHouse.ROUTE, new ExternalId("p4"), new ExternalId("w4")));

        Validation validation = validate();

        assertThat(flaws(validation, "TWICE")).containsExactly(Flaw.DUPLICATE_SKU);
        assertThat(flaws(validation, "p3")).containsExactly(Flaw.NO_SKU);
        assertThat(row(validation, "FOUR").difference()).contains(Quantity.of(1));
    }

    @Test
    void nothingIsSaidToBeAbsentAfterAReadThatProvesNothing() {
        both("A", "3", "3");
        house.till.stock("pNEW", "NEW", "1");
        house.web.stock("wLONE", "LONE", "2");
        house.web.losingRows(1);
        house.till.withoutProof();

        Validation validation = validate();

        assertThat(validation.isProven()).isFalse();
        assertThat(validation.byFlaw().keySet())
                .contains(Flaw.NOT_PROVEN)
                .doesNotContain(Flaw.MISSING_IN_SHOP, Flaw.ONLY_IN_SHOP, Flaw.NOWHERE);
    }

    @Test
    void anOrphanNeedsAllProductsOfTheSource() {
        both("A", "3", "3");
        house.web.stock("wLONE", "LONE", "2");
        house.posProducts.losing(1);
        Validation validation = validate(ValidationKind.ORPHANS, List.of(), Set.of());
        assertThat(flaws(validation, "LONE")).containsExactly(Flaw.NOT_PROVEN);
        assertThat(rows(validation)).as("only what is off").hasSize(1);
    }

    @Test
    void pricesAloneAreComparedWhereThatIsAsked() {
        both("A", "3", "9");
        both("B", "3", "3");
        house.shopProducts.reprice(variant("wB", "B", ProductStatus.ACTIVE), new BigDecimal("12"));
        Validation validation = validate(ValidationKind.PRICING, List.of(), Set.of());
        assertThat(rows(validation)).extracting(ValidatedRow::sku).containsExactly("B");
        assertThat(row(validation, "B").flaws()).containsExactly(new FoundFlaw(Flaw.PRICE, "10.00 EUR", "12.00 EUR"));
    }

    @Test
    void criticalSkusMustBeThereAndInStep() {
        both("A", "3", "3");
        both("B", "3", "4");
        both("C", "3", "9");
        Validation validation =
                validate(ValidationKind.CRITICAL, List.of(), Set.of(new Sku("A"), new Sku("B"), new Sku("GHOST")));
        assertThat(rows(validation)).extracting(ValidatedRow::sku).containsExactlyInAnyOrder("A", "B", "GHOST");
        assertThat(flaws(validation, "A")).isEmpty();
        assertThat(flaws(validation, "B")).containsExactly(Flaw.QUANTITY);
        assertThat(flaws(validation, "GHOST")).containsExactly(Flaw.NOWHERE);
        house.web.withoutProof();
        Validation unproven = validate(ValidationKind.CRITICAL, List.of(), Set.of(new Sku("GHOST")));
        assertThat(flaws(unproven, "GHOST")).containsExactly(Flaw.NOT_PROVEN);
    }

    @Test
    void platformsThatTellNoProductsAreComparedByStock() {
        both("A", "3", "3");
        house.web.stock("wLONE", "LONE", "2");
        house.tellsProducts = false;
        Validation validation = validate();
        assertThat(flaws(validation, "LONE")).containsExactly(Flaw.ONLY_IN_SHOP);
        assertThat(validation.notes()).anyMatch(note -> note.contains("does not tell products"));
    }

    @Test
    void moreRowsThanABatchComeEachOnce() {
        for (int i = 1000; i < 2203; i++) {
            both("S" + i, "1", i % 10 == 0 ? "2" : "1");
        }
        Validation validation = validate();
        assertThat(validation.rows()).isEqualTo(1203);
        assertThat(validation.off()).isEqualTo(121);
        assertThat(rows(validation))
                .extracting(ValidatedRow::sku)
                .doesNotHaveDuplicates()
                .hasSize(1203);
    }

    @Test
    void onlyTheLatestThreeAreKept() {
        both("A", "3", "3");
        for (int i = 0; i < 5; i++) {
            house.clock.advance(Duration.ofMinutes(1));
            validate();
        }
        validate(ValidationKind.PRICING, List.of(), Set.of());
        assertThat(validations.of(StockHouse.ROUTE)).hasSize(ValidateRoute.KEPT + 1);
    }

    @Test
    void aReadThatFailsLeavesNothingToFind() {
        both("A", "3", "3");
        house.open = false;
        assertThatThrownBy(this::validate).hasMessageContaining("not active");
        assertThat(validations.of(StockHouse.ROUTE)).isEmpty();
        assertThatThrownBy(() -> new ValidateRoute(
                                house.comparison(),
                                InMemoryVariantShelf::new,
                                validations,
                                house.unitOfWork,
                                house.clock)
                        .validate(
                                new ValidateRoute.Request(
                                        new RouteId("none"),
                                        ValidationKind.FULL,
                                        PriceTolerance.EXACT,
                                        List.of(),
                                        Set.of()),
                                Progress.NONE))
                .hasMessageContaining("there is no route \"none\"");
    }

    @Test
    void anInMemoryCatalogueIsWhatTheTestsThinkItIs() {
        InMemoryProducts products = new InMemoryProducts().put(variant("a", "A", ProductStatus.ACTIVE));
        assertThat(products.remove("a").variants(Optional.empty()).total()).hasValue(0);
    }
}
