package io.tallyport.lightspeed.xseries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XSeriesOptionsTest {

    @Test
    void nothingSaidIsTheOldVersionForEverything() {
        XSeriesOptions options = XSeriesOptions.from(Map.of());

        assertThat(options)
                .isEqualTo(new XSeriesOptions(ApiVersion.TWO, ApiVersion.TWO, ApiVersion.TWO, 1000, 1000, false));
    }

    @Test
    void eachGroupHasItsOwnVersion() {
        XSeriesOptions options = XSeriesOptions.from(Map.of(
                "api-version.inventory", "2026-07",
                "page-size.inventory", "5000",
                "page-size.products", "250",
                "sku-fallback", "product-codes"));

        assertThat(options)
                .isEqualTo(
                        new XSeriesOptions(new ApiVersion("2026-07"), ApiVersion.TWO, ApiVersion.TWO, 5000, 250, true));
    }

    @ParameterizedTest
    @CsvSource({
        "api-version, 2.0, there are: api-version.inventory",
        "api-version.inventory, 0.9, option api-version.inventory",
        "api-version.products, 2026-13, 2026-07",
        "api-version.outlets, 3.0, 2026-07",
        "page-size.products, 0, from 1 to 10000",
        "page-size.products, 10001, from 1 to 10000",
        "page-size.inventory, many, from 1 to 10000",
        "sku-fallback, ean, product-codes"
    })
    void whatCannotBeIsNamed(String option, String value, String told) {
        assertThatThrownBy(() -> XSeriesOptions.from(Map.of(option, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(told)
                .hasMessageContaining(option);
    }

    @Test
    void datedInventoryHasSmallerPages() {
        assertThatThrownBy(() ->
                        XSeriesOptions.from(Map.of("api-version.inventory", "2026-07", "page-size.inventory", "5001")))
                .hasMessageContaining("from 1 to 5000");
    }

    @ParameterizedTest
    @CsvSource({
        "2.0, 2030-01-01T00:00:00Z, false",
        "2026-01, 2026-11-21T00:00:00Z, false",
        "2026-01, 2027-01-31T23:59:59Z, false",
        "2026-01, 2027-02-01T00:00:00Z, true",
    })
    void aDatedVersionIsPromisedForTwelveMonths(String version, Instant now, boolean beyond) {
        assertThat(new ApiVersion(version).isBeyondItsPromise(now)).isEqualTo(beyond);
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.vendhq.com, example, not supported by Lightspeed since 2025-03-31",
        "https://secure.vendhq.com, example, https://example.retail.lightspeed.app",
        "https://other.retail.lightspeed.app, example, of another store",
        "https://example.retail.lightspeed.app, https://example, domain prefix",
        "https://example.retail.lightspeed.app, example.retail, domain prefix",
    })
    void aTokenDoesNotGoToTheWrongHost(URI baseUrl, String prefix, String told) {
        assertThatThrownBy(() -> new XSeriesUrls(baseUrl, prefix))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(told);
    }

    @Test
    void theStoresOwnHostAndStandInsAreTaken() {
        assertThatCode(() -> new XSeriesUrls(URI.create("https://Example.retail.lightspeed.app/"), "example"))
                .doesNotThrowAnyException();
        assertThat(new XSeriesUrls(URI.create("http://127.0.0.1:8080/x"), "example")
                        .of(ApiVersion.TWO, "outlets", Map.of("after", 0)))
                .hasToString("http://127.0.0.1:8080/x/api/2.0/outlets?after=0");
    }
}
