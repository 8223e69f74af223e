package io.tallyport.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tallyport.core.history.ApiCall;
import io.tallyport.core.inventory.LevelPage;
import io.tallyport.core.kernel.PortException;
import io.tallyport.sandbox.SandboxSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a bulk read when the sandbox goes wrong on purpose. */
final class ShopifyBulkFaultsIT {

    private final SandboxRig rig = new SandboxRig(SandboxSettings.defaults().withSkus(1300), Map.of("bulk-from", "1"));
    private int rows;

    @BeforeEach
    void theShopIsWell() {
        SandboxRig.WholeRead read = rig.read();
        assertThat(read.complete()).isTrue();
        rows = read.levels().size();
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private void control(String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(rig.sandbox().controlUrl() + "/" + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
    }

    private void fault(String what, int times) throws IOException, InterruptedException {
        control("faults", """
                [{"on":{"platform":"storage"},"after":1,"times":%d,"do":{%s}}]""".formatted(times, what));
    }

    private void assertWhole() {
        SandboxRig.WholeRead again = rig.read();
        assertThat(again.complete()).isTrue();
        assertThat(again.levels()).hasSize(rows);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cut-before", "cut-after", "truncated-page", "html"})
    void aDownloadThatGoesWrongOnceIsGoneOnWith(String kind) throws IOException, InterruptedException {
        fault("\"kind\":\"" + kind + "\"", 1);
        assertWhole();
        assertThat(started()).isEqualTo(1);
    }

    @Test
    void aDownloadThatStaysTruncatedIsNeverComplete() throws IOException, InterruptedException {
        fault("\"kind\":\"truncated-page\"", 1000);
        PortException failure = catchThrowableOfType(PortException.class, rig::read);
        assertThat(failure).isNotNull();
        assertThat(failure.context().code()).contains(ShopifyErrors.BULK_INCOMPLETE);
    }

    @ParameterizedTest
    @CsvSource({"503,1", "403,2", "404,2"})
    void aStoreThatRefusesOnce(int status, int operations) throws IOException, InterruptedException {
        fault("\"kind\":\"status\",\"status\":" + status, 1);
        assertWhole();
        assertThat(started()).isEqualTo(operations);
    }

    @Test
    void aFileThatExpiredWhileNobodyReadIsMadeAgain() {
        LevelPage begun = rig.source().levels(rig.location(), Optional.empty());
        LevelPage page = begun;
        while (page.items().isEmpty()) {
            page = rig.source().levels(rig.location(), page.next());
        }
        rig.session().close();
        rig.sandbox().clock().advance(Duration.ofDays(8));
        long seen = 0;
        while (page.next().isPresent()) {
            page = rig.source().levels(rig.location(), page.next());
            seen += page.items().size();
        }
        assertThat(seen).isEqualTo(rows);
        assertThat(page.total()).hasValue(rows);
        assertThat(started()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TIMEOUT", "INTERNAL_SERVER_ERROR"})
    void anOperationThatFailsIsStartedOnceMore(String code) throws IOException, InterruptedException {
        control("bulk/fail", "{\"errorCode\":\"" + code + "\"}");
        assertWhole();
        assertThat(started()).isEqualTo(2);
    }

    @Test
    void anOperationThatMayNotReadSaysSo() throws IOException, InterruptedException {
        control("bulk/fail", "{\"errorCode\":\"ACCESS_DENIED\"}");
        PortException.Authentication failure = catchThrowableOfType(PortException.Authentication.class, rig::read);
        assertThat(failure.context().code()).contains(ShopifyErrors.SCOPE_MISSING);
    }

    @Test
    void aSlowOperationIsWaitedFor() throws IOException, InterruptedException {
        control("bulk/pace", "{\"secondsPerThousandRows\":600}");
        assertWhole();
        assertThat(started()).isEqualTo(1);
    }

    @Test
    void aShopWithoutAFreePlaceIsReadInPages() throws IOException, InterruptedException {
        control("bulk/pace", "{\"secondsPerThousandRows\":86400}");
        for (int place = 0; place < 5; place++) {
            rig.source().levels(rig.location(), Optional.empty());
        }
        assertWhole();
        assertThat(rig.journal().recent(20)).extracting(ApiCall::operation).contains("productVariants");
    }

    @Test
    void noLinkIsInTheJournal() {
        assertThat(rig.journal().recent(1000))
                .extracting(ApiCall::path)
                .anyMatch(path -> path.contains("/_storage/"))
                .noneMatch(path -> path.contains("?"));
    }

    /** How many operations the last read started. */
    private long started() {
        return rig.journal().recent(1000).stream()
                .takeWhile(call -> !call.operation().equals("productVariantsCount"))
                .filter(call -> call.operation().equals("bulkOperationRunQuery"))
                .count();
    }
}
