package io.tallyport.sandbox.shopify;

import static io.tallyport.sandbox.shopify.BulkShop.download;
import static io.tallyport.sandbox.shopify.BulkShop.refusal;
import static io.tallyport.sandbox.shopify.BulkShop.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tallyport.sandbox.http.Delivery;
import io.tallyport.sandbox.http.Fault;
import io.tallyport.sandbox.http.FaultKind;
import io.tallyport.sandbox.http.SandboxResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The host that results are fetched from. */
class ShopifyStorageTest {

    private final BulkShop bulk = new BulkShop(TestShop.of(90));
    private String url = "";
    private String whole = "";

    @BeforeEach
    void run() {
        JsonNode operation = bulk.finished(BulkShop.VARIANTS);
        url = operation.path("url").asText();
        whole = bulk.text(operation);
    }

    @AfterEach
    void close() {
        bulk.close();
    }

    private Delivery fetch(Map<String, String> headers) {
        return bulk.shop.standIn.storage().deliver(BulkShop.request(url, headers));
    }

    private static Fault fault(FaultKind kind) {
        return new Fault(kind, 503, Optional.of("3"), Duration.ofSeconds(2));
    }

    @Test
    void aRequestWithTheAccessTokenIsRefusedInXml() {
        SandboxResponse answer = refusal(fetch(Map.of("x-shopify-access-token", TestShop.TOKEN)));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.contentType()).startsWith("application/xml");
        assertThat(answer.body()).contains("<Code>InvalidArgument</Code>").doesNotContain(TestShop.TOKEN);
    }

    @Test
    void aLinkLastsSevenDays() {
        bulk.shop.clock.advance(Duration.ofDays(7));
        SandboxResponse answer = refusal(bulk.fetch(url));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("expired");
    }

    @Test
    void anAlteredLinkLeadsNowhere() {
        assertThat(refusal(bulk.fetch(url.replace("Expires=", "Expires=9"))).status())
                .isEqualTo(403);
        SandboxResponse unsigned = refusal(bulk.fetch(url.substring(0, url.indexOf('?')) + "?a=b"));
        assertThat(unsigned.status()).isEqualTo(403);
        assertThat(unsigned.body()).contains("SignatureDoesNotMatch");
        assertThat(refusal(bulk.fetch(url.replace(".jsonl", ".json"))).status()).isEqualTo(404);
    }

    @Test
    void onlyTheLatestTenFilesAreKept() {
        for (int i = 0; i < 10; i++) {
            bulk.finished(BulkShop.VARIANTS);
        }
        assertThat(refusal(bulk.fetch(url)).status()).isEqualTo(404);
    }

    @Test
    void theRestCanBeFetchedLater() {
        Delivery.Download rest = download(fetch(Map.of("range", "bytes=1000-")));
        assertThat(rest.head().status()).isEqualTo(206);
        assertThat(rest.head().headers())
                .containsEntry("Content-Range", "bytes 1000-" + (whole.length() - 1) + "/" + whole.length());
        assertThat(text(rest)).isEqualTo(whole.substring(1000));
    }

    @Test
    void aCutDownloadEndsHalfWay() {
        Delivery.Download cut =
                download(bulk.faulted(url, fault(FaultKind.CUT_AFTER)).orElseThrow());
        assertThat(cut.cut()).isTrue();
        assertThat(cut.length()).isEqualTo(whole.length());
        assertThat(text(cut)).isEqualTo(whole.substring(0, whole.length() / 2));
    }

    @Test
    void aTruncatedDownloadLooksWholeButForTheCount() {
        Delivery.Download fewer =
                download(bulk.faulted(url, fault(FaultKind.TRUNCATED_PAGE)).orElseThrow());
        assertThat(fewer.cut()).isFalse();
        assertThat(text(fewer)).endsWith("}\n").isSubstringOf(whole);
        assertThat(text(fewer).lines().count()).isBetween(55L, 60L);
    }

    @Test
    void aSlowDownloadIsWholeInTheEnd() {
        Delivery.Download slow =
                download(bulk.faulted(url, fault(FaultKind.SLOW)).orElseThrow());
        assertThat(slow.after()).isEqualTo(Duration.ofSeconds(2));
        assertThat(text(slow)).isEqualTo(whole);
    }

    @Test
    void aStatusComesInXmlAndOtherFaultsMeanNothing() {
        SandboxResponse answer =
                refusal(bulk.faulted(url, fault(FaultKind.STATUS)).orElseThrow());
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.headers()).containsEntry("Retry-After", "3");
        assertThat(answer.body()).startsWith("<?xml");
        assertThat(bulk.faulted(url, fault(FaultKind.STALE))).isEmpty();
    }
}
