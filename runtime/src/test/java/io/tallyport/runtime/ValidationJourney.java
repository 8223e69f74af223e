package io.tallyport.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.inventory.ApproveStockPlan;
import io.tallyport.core.inventory.validation.Flaw;
import io.tallyport.core.inventory.validation.FoundFlaw;
import io.tallyport.core.inventory.validation.PriceTolerance;
import io.tallyport.core.inventory.validation.ValidateRoute;
import io.tallyport.core.inventory.validation.ValidatedRow;
import io.tallyport.core.inventory.validation.Validation;
import io.tallyport.core.inventory.validation.ValidationKind;
import io.tallyport.core.kernel.Progress;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.Sku;
import io.tallyport.sandbox.SandboxSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shop is checked against its till, on each database: real HTTP, real files. */
abstract class ValidationJourney {

    @TempDir
    private Path directory;

    private SandboxHouse house;

    /** Where the database is, as a process is told it. */
    abstract Map<String, String> environment();

    @BeforeEach
    void open() {
        house = new SandboxHouse(
                Tallyport.builder().dataDirectory(directory).environment(environment()),
                directory,
                SandboxSettings.defaults().withSkus(300).withWideLimits());
    }

    @AfterEach
    void close() {
        house.close();
    }

    private Validation validate(ValidationKind kind, PriceTolerance tolerance, Set<Sku> only) {
        return house.tallyport
                .validation()
                .validate()
                .validate(
                        new ValidateRoute.Request(SandboxHouse.ROUTE, kind, tolerance, List.of(), only), Progress.NONE);
    }

    private Validation validate() {
        return validate(ValidationKind.FULL, PriceTolerance.EXACT, Set.of());
    }

    private List<ValidatedRow> rows(Validation validation) {
        List<ValidatedRow> rows = new ArrayList<>();
        house.tallyport.validation().reports().rows(validation.id(), false, rows::add);
        return rows;
    }

    private List<FoundFlaw> flaws(Validation validation, String sku) {
        return rows(validation).stream()
                .filter(row -> row.sku().equals(sku))
                .findFirst()
                .orElseThrow()
                .flaws();
    }

    /** Some SKU of which nothing is off. */
    private String clean(Validation validation) {
        return rows(validation).stream()
                .filter(row -> !row.isOff() && row.targetItem().isPresent())
                .filter(row -> row.source().filter(units -> units.signum() > 0).isPresent())
                .map(ValidatedRow::sku)
                .findFirst()
                .orElseThrow();
    }

    private void edit(String platform, String sku, String what) {
        house.post("products", "{\"platform\":\"" + platform + "\",\"sku\":\"" + sku + "\"," + what + "}");
    }

    private void bringIntoStep() {
        Path file = house.plan();
        house.tallyport
                .approveStockPlan()
                .approve(new ApproveStockPlan.Request(file, Set.of(), "owner", "first baseline"));
        house.apply(file);
    }

    @Test
    void everyOddityOfTheShopIsFoundAndTheStockIsInStepAfterASync() {
        Validation before = validate();
        assertThat(before.isProven()).isTrue();
        assertThat(before.byFlaw())
                .containsKeys(
                        Flaw.QUANTITY,
                        Flaw.TITLE,
                        Flaw.PRICE,
                        Flaw.DESCRIPTION,
                        Flaw.IMAGES,
                        Flaw.CATEGORY,
                        Flaw.TAGS,
                        Flaw.NOT_FOR_SALE,
                        Flaw.MISSING_IN_SHOP,
                        Flaw.ONLY_IN_SHOP,
                        Flaw.STILL_SOLD,
                        Flaw.DUPLICATE_SKU)
                .doesNotContainKeys(Flaw.NOT_PROVEN, Flaw.CURRENCY, Flaw.NOWHERE);
        assertThat(rows(before)).hasSize((int) before.rows());

        bringIntoStep();

        Validation after = validate();
        assertThat(after.byFlaw()).doesNotContainKey(Flaw.QUANTITY);
        assertThat(after.equal()).isEqualTo(after.compared()).isGreaterThan(200);
        assertThat(house.tallyport.validation().reports().of(SandboxHouse.ROUTE))
                .containsExactly(after, before);
    }

    @Test
    void eachChangeOnOneSideIsFoundByItsName() {
        bringIntoStep();
        String sku = clean(validate());
        edit("shopify", sku, "\"title\":\"Something Else\",\"price\":1.5,\"category\":\"Elsewhere\",\"tags\":[]");
        edit("shopify", sku, "\"images\":[],\"description\":\"<p>Other</p>\",\"status\":\"draft\"");
        house.post("sales", "{\"sku\":\"" + sku + "\",\"quantity\":1}");

        Validation validation = validate();

        assertThat(flaws(validation, sku))
                .extracting(FoundFlaw::flaw)
                .containsExactlyInAnyOrder(
                        Flaw.QUANTITY,
                        Flaw.NOT_FOR_SALE,
                        Flaw.TITLE,
                        Flaw.PRICE,
                        Flaw.CATEGORY,
                        Flaw.TAGS,
                        Flaw.IMAGES,
                        Flaw.DESCRIPTION);
        assertThat(rows(validation).stream()
                        .filter(row -> row.sku().equals(sku))
                        .findFirst()
                        .orElseThrow()
                        .difference())
                .contains(Quantity.of(1));
    }

    @Test
    void markupAloneIsNoDifference() {
        String sku = clean(afterStep());
        edit("rseries", sku, "\"description\":\"Fish & chips. For two.\"");
        edit("shopify", sku, "\"description\":\"<div><b>Fish &amp; chips.</b><br>For&nbsp;two.</div>\"");
        assertThat(flaws(validate(), sku)).isEmpty();
    }

    private Validation afterStep() {
        bringIntoStep();
        return validate();
    }

    @Test
    void pricesWithinTheToleranceAreFine() {
        String sku = clean(afterStep());
        edit("rseries", sku, "\"price\":100");
        edit("shopify", sku, "\"price\":100.9");
        Validation exact = validate(ValidationKind.PRICING, PriceTolerance.EXACT, Set.of());
        Validation lenient = validate(ValidationKind.PRICING, PriceTolerance.parse("1%"), Set.of());
        assertThat(flaws(exact, sku)).containsExactly(new FoundFlaw(Flaw.PRICE, "100.00 USD", "100.90 USD"));
        assertThat(rows(lenient)).noneMatch(row -> row.sku().equals(sku));
        assertThat(exact.byFlaw().keySet()).containsExactly(Flaw.PRICE);
    }

    @Test
    void whatIsDiscontinuedAtTheTillIsFoundUntilTheShopHidesIt() {
        String sku = clean(afterStep());
        edit("rseries", sku, "\"status\":\"archived\"");
        assertThat(flaws(validate(ValidationKind.ORPHANS, PriceTolerance.EXACT, Set.of()), sku))
                .containsExactly(new FoundFlaw(Flaw.STILL_SOLD, "archived", "active"));
        edit("shopify", sku, "\"status\":\"draft\"");
        assertThat(rows(validate(ValidationKind.ORPHANS, PriceTolerance.EXACT, Set.of())))
                .noneMatch(row -> row.sku().equals(sku));
    }

    @Test
    void aPageThatLostRowsMakesNothingMissing() {
        Validation whole = validate(ValidationKind.ORPHANS, PriceTolerance.EXACT, Set.of());
        house.post("faults", """
            [{"on":{"platform":"rseries","pathContains":"/Item.json"},"after":2,"do":{"kind":"truncated-page"}},
             {"on":{"platform":"shopify"},"after":4,"do":{"kind":"truncated-page"}}]\
            """);
        Validation lacking = validate(ValidationKind.ORPHANS, PriceTolerance.EXACT, Set.of());
        assertThat(lacking.isProven()).isFalse();
        assertThat(lacking.byFlaw().getOrDefault(Flaw.ONLY_IN_SHOP, 0L))
                .isLessThanOrEqualTo(whole.byFlaw().getOrDefault(Flaw.ONLY_IN_SHOP, 0L));
        assertThat(lacking.byFlaw()).containsKey(Flaw.NOT_PROVEN);
    }

    @Test
    void criticalSkusAreLookedForByName() {
        String sku = clean(afterStep());
        Set<Sku> critical = Set.of(new Sku(sku), new Sku("NO-SUCH-SKU"));
        Validation validation = validate(ValidationKind.CRITICAL, PriceTolerance.EXACT, critical);
        assertThat(rows(validation)).hasSize(2);
        assertThat(flaws(validation, sku)).isEmpty();
        assertThat(flaws(validation, "NO-SUCH-SKU")).extracting(FoundFlaw::flaw).containsExactly(Flaw.NOWHERE);
    }
}
