package io.tallyport.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.inventory.SetOutcome;
import io.tallyport.core.inventory.StockFigure;
import io.tallyport.core.inventory.StockLevel;
import io.tallyport.core.inventory.StockWrite;
import io.tallyport.core.inventory.Stocking;
import io.tallyport.core.kernel.PortException;
import io.tallyport.sandbox.SandboxSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of reads and writes when the sandbox goes wrong on purpose. */
final class ShopifyFaultsIT {

    private final SandboxRig rig = new SandboxRig(SandboxSettings.defaults().withSkus(600));

    @BeforeEach
    void theShopIsWell() {
        assertThat(rig.session().check().problems()).isEmpty();
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private void fault(String bodyContains, String kind) throws IOException, InterruptedException {
        control("faults", """
                [{"on":{"platform":"shopify","bodyContains":"%s"},"after":1,"times":1,"do":{"kind":"%s"}}]""".formatted(bodyContains, kind));
    }

    private void control(String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(rig.sandbox().controlUrl() + "/" + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
    }

    private StockLevel stocked() {
        return rig.read().levels().stream()
                .filter(level -> level.tracked() && level.stocking() == Stocking.STOCKED)
                .filter(level -> level.onHand().map(units -> units.signum() > 0).orElse(false))
                .findFirst()
                .orElseThrow();
    }

    private StockWrite plusTwo(StockLevel level, StockFigure figure) {
        long from = level.figure(figure).orElseThrow().toWholeUnits();
        return new StockWrite(
                figure,
                rig.location(),
                "gid://tallyport/StockPlan/1",
                List.of(new StockWrite.Line(level.item(), from, from + 2)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cut-before", "cut-after"})
    void aWriteWhoseAnswerIsCutIsDoneExactlyOnce(String kind) throws IOException, InterruptedException {
        StockLevel level = stocked();
        StockWrite write = plusTwo(level, StockFigure.ON_HAND);
        fault("inventorySetQuantities", kind);
        assertThat(rig.sink().set(write, "key-of-" + kind).status()).isEqualTo(SetOutcome.Status.APPLIED);
        assertThat(rig.onHand(level.item())).isEqualTo(write.lines().get(0).to());
        assertThat(rig.journal().recent(50))
                .filteredOn(call -> call.operation().equals("inventorySetQuantities"))
                .extracting(call -> call.error().isPresent())
                .containsExactly(false, true);
    }

    @Test
    void aWriteThatTheShopOvertakesIsStale() throws IOException, InterruptedException {
        StockWrite write = plusTwo(stocked(), StockFigure.AVAILABLE);
        fault("inventorySetQuantities", "stale");
        assertThat(rig.sink().set(write, "key-1").status()).isEqualTo(SetOutcome.Status.STALE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"html", "status", "cut-before", "duplicate-page"})
    void aReadGetsOverWhatPasses(String kind) throws IOException, InterruptedException {
        long rows = rig.read().levels().size();
        fault("productVariants(", kind);
        SandboxRig.WholeRead again = rig.read();
        assertThat(again.complete()).isTrue();
        assertThat(again.levels()).hasSize((int) rows);
    }

    @Test
    void aReadThatLostRowsDoesNotProveAnything() throws IOException, InterruptedException {
        fault("productVariants(", "truncated-page");
        assertThat(rig.read().complete()).isFalse();
    }

    @Test
    void anotherVersionStopsTheRead() throws IOException, InterruptedException {
        fault("productVariants(", "wrong-version");
        assertThatThrownBy(rig::read).isInstanceOf(PortException.Protocol.class);
    }

    @Test
    void manyReadsInARowWaitForThePointsInsteadOfBeingThrottled() {
        for (int round = 0; round < 12; round++) {
            assertThat(rig.read().complete()).isTrue();
        }
        assertThat(rig.journal().recent(500))
                .allMatch(call -> call.error().isEmpty() || !call.error().get().contains("Throttled"));
    }
}
