package io.tallyport.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.tallyport.core.connection.Access;
import io.tallyport.core.inventory.Reason;
import io.tallyport.core.inventory.SetOutcome;
import io.tallyport.core.inventory.SetOutcome.LineProblem;
import io.tallyport.core.inventory.SetOutcome.Status;
import io.tallyport.core.inventory.StockFigure;
import io.tallyport.core.inventory.StockLevel;
import io.tallyport.core.inventory.StockWrite;
import io.tallyport.core.inventory.Stocking;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.PortException;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ShopifyInventorySinkTest {

    private static final String STALE = Recorded.set("null", Recorded.userError("null", "CHANGE_FROM_QUANTITY_STALE"));
    private static final String SPENT = "IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED";

    private final Rig rig = new Rig();
    private final StockWrite write = SetInputTest.write(
            StockFigure.ON_HAND, new StockWrite.Line(Rig.item(1), 5, 4), new StockWrite.Line(Rig.item(2), 0, 3));

    @AfterEach
    void close() {
        rig.close();
    }

    private SetOutcome set(ShopServer.Reply... replies) {
        return rig.says(replies).sink().set(write, "key-1");
    }

    @Test
    void aWriteCarriesItsKeyOnTheFieldAndWhatEachLevelMustBe() {
        SetOutcome outcome = set(ShopServer.json(Recorded.applied()));
        assertThat(outcome.status()).isEqualTo(Status.APPLIED);
        assertThat(outcome.vendorReference()).contains("gid://shopify/InventoryAdjustmentGroup/9");
        JsonNode variables = rig.shop.seen(0).variables();
        assertThat(variables.path("key").asText()).isEqualTo("key-1");
        assertThat(variables.at("/input/quantities/1/changeFromQuantity").asInt(-1))
                .isZero();
        assertThat(variables.at("/input/name").asText()).isEqualTo("on_hand");
        assertThat(rig.shop.seen(0).body()).contains("(input: $input) @idempotent(key: $key)");
    }

    @Test
    void aLostAnswerIsAskedForAgainWithTheSameKeyAndBody() {
        assertThat(set(ShopServer.cut(), ShopServer.json(Recorded.applied())).status())
                .isEqualTo(Status.APPLIED);
        assertThat(rig.shop.seen()).hasSize(2);
        assertThat(rig.shop.seen(1).body()).isEqualTo(rig.shop.seen(0).body());
        assertThat(rig.asked).containsExactly(Access.WRITE, Access.WRITE);
    }

    @Test
    void aWriteWhoseAnswersAreAllLostIsAnUnknownOutcome() {
        assertThatThrownBy(() -> set(ShopServer.cut(), ShopServer.cut(), ShopServer.cut(), ShopServer.cut()))
                .isInstanceOf(PortException.UnknownOutcome.class);
        assertThat(rig.shop.seen()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>not ours</html>", "{\"data\":{\"inventorySetQuantities\":null}}", "{}"})
    void aWriteWhoseAnswersCannotBeReadIsAnUnknownOutcome(String body) {
        ShopServer.Reply reply = ShopServer.json(body);
        assertThatThrownBy(() -> set(reply, reply, reply, reply)).isInstanceOf(PortException.UnknownOutcome.class);
    }

    @Test
    void aWriteAnsweredInAnotherVersionIsAnUnknownOutcome() {
        ShopServer.Reply reply = ShopServer.json(Recorded.applied()).with(ShopifyClassifier.VERSION_HEADER, "2026-10");
        assertThatThrownBy(() -> set(reply, reply, reply, reply))
                .isInstanceOfSatisfying(
                        PortException.UnknownOutcome.class,
                        failure -> assertThat(failure.context().code()).contains(ShopifyErrors.WRONG_VERSION));
    }

    @Test
    void aThrottledWriteCertainlyDidNotHappen() {
        ShopServer.Reply throttled = ShopServer.json(Recorded.THROTTLED);
        assertThatThrownBy(() -> set(throttled, throttled, throttled, throttled))
                .isInstanceOf(PortException.Transient.class);
    }

    @Test
    void aStaleCompareIsAnOutcome() {
        assertThat(set(ShopServer.json(STALE)).status()).isEqualTo(Status.STALE);
    }

    @Test
    void aStaleCompareAfterThrottlingIsStillStale() {
        assertThat(set(ShopServer.json(Recorded.THROTTLED), ShopServer.json(STALE))
                        .status())
                .isEqualTo(Status.STALE);
    }

    @Test
    void aStaleCompareAfterALostAnswerProvesNothing() {
        assertThatThrownBy(() -> set(ShopServer.cut(), ShopServer.json(STALE)))
                .isInstanceOf(PortException.UnknownOutcome.class);
    }

    @Test
    void noChangeAfterALostAnswerIsNotSaidToHaveChangedNothing() {
        assertThat(set(ShopServer.cut(), ShopServer.json(Recorded.set("null"))).status())
                .isEqualTo(Status.APPLIED);
    }

    @Test
    void noGroupAndNoErrorsIsUnchanged() {
        assertThat(set(ShopServer.json(Recorded.set("null"))).status()).isEqualTo(Status.UNCHANGED);
    }

    @Test
    void aRefusedLineIsNamed() {
        SetOutcome outcome = set(ShopServer.json(Recorded.set(
                "null",
                Recorded.userError("[\"input\",\"quantities\",\"1\",\"inventoryItemId\"]", "INVALID_INVENTORY_ITEM"))));
        assertThat(outcome.status()).isEqualTo(Status.REFUSED);
        assertThat(outcome.problems())
                .extracting(LineProblem::line, LineProblem::reason)
                .containsExactly(tuple(1, Reason.ITEM_GONE));
    }

    @Test
    void aLineThatShopifyCannotReadIsRefusedWithoutSending() {
        StockWrite impossible =
                SetInputTest.write(StockFigure.ON_HAND, new StockWrite.Line(new ExternalId("nope"), 0, 1));
        assertThat(rig.sink().set(impossible, "key-1").problems()).hasSize(1);
        assertThat(rig.shop.seen()).isEmpty();
    }

    @Test
    void aRequestThatStillRunsIsAskedAgainUnderTheSameKey() {
        ShopServer.Reply running = ShopServer.json(Recorded.error("IDEMPOTENCY_CONCURRENT_REQUEST"));
        assertThat(set(running, ShopServer.json(Recorded.applied())).status()).isEqualTo(Status.APPLIED);
        assertThat(rig.shop.seen(1).body()).isEqualTo(rig.shop.seen(0).body());
    }

    @Test
    void aRequestThatRunsForeverMayYetBeDone() {
        ShopServer.Reply running =
                ShopServer.json(Recorded.set("null", Recorded.userError("null", "IDEMPOTENCY_CONCURRENT_REQUEST")));
        assertThatThrownBy(() -> set(running, running, running, running))
                .isInstanceOf(PortException.UnknownOutcome.class);
    }

    @Test
    void aSpentKeyIsAnOutcomeWhereverItIsTold() {
        assertThat(set(ShopServer.json(Recorded.error(SPENT))).status()).isEqualTo(Status.KEY_SPENT);
        assertThat(set(ShopServer.json(Recorded.set("null", Recorded.userError("null", SPENT))))
                        .status())
                .isEqualTo(Status.KEY_SPENT);
    }

    @Test
    void aKeyUsedForTwoWritesIsNotTriedAgain() {
        assertThatThrownBy(() -> set(ShopServer.json(Recorded.error("IDEMPOTENCY_KEY_PARAMETER_MISMATCH"))))
                .isInstanceOf(PortException.Protocol.class);
        assertThat(rig.shop.seen()).hasSize(1);
    }

    @Test
    void whatTheGateRefusesIsNotSent() {
        rig.refused = Set.of(Access.WRITE);
        assertThatThrownBy(() -> set()).isInstanceOf(PortException.Rejected.class);
        assertThat(rig.shop.seen()).isEmpty();
    }

    private static String activated(String level, String... errors) {
        return Recorded.data("{\"inventoryActivate\":{\"inventoryLevel\":" + level + ",\"userErrors\":["
                + String.join(",", errors) + "]}}");
    }

    private static String level(boolean active) {
        return "{\"isActive\":" + active + ",\"quantities\":[{\"name\":\"available\",\"quantity\":0},"
                + "{\"name\":\"on_hand\",\"quantity\":0}],\"item\":{\"id\":\"gid://shopify/InventoryItem/1\","
                + "\"sku\":\"A\",\"tracked\":true}}";
    }

    private static String error(String field, String message) {
        return "{\"field\":" + field + ",\"message\":\"" + message + "\"}";
    }

    private StockLevel activate(String body) {
        return rig.says(ShopServer.json(body)).sink().activate(Rig.LOCATION, Rig.item(1), "key-2");
    }

    @Test
    void aLevelIsActivatedWithoutQuantities() {
        assertThat(activate(activated(level(true))).stocking()).isEqualTo(Stocking.STOCKED);
        assertThat(rig.shop.seen(0).variables().path("key").asText()).isEqualTo("key-2");
        assertThat(rig.shop.seen(0).variables()).hasSize(3);
    }

    @Test
    void aLevelThatIsOnAlreadyIsReturnedAsItIs() {
        String already = error("[\"available\"]", "Not allowed to set available quantity");
        assertThat(activate(activated(level(true), already)).item()).isEqualTo(Rig.item(1));
    }

    @Test
    void anActivationThatIsRefusedSaysWhy() {
        String gone = error("[\"inventoryItemId\"]", "The product couldn't be stocked because it wasn't found.");
        assertThatThrownBy(() -> activate(activated("null", gone)))
                .isInstanceOfSatisfying(PortException.Rejected.class, failure -> {
                    assertThat(failure.context().code()).contains(ShopifyErrors.UNKNOWN_ITEM);
                    assertThat(failure.problems()).hasSize(1);
                });
        assertThatThrownBy(() -> activate(activated("null", error("null", "no"))))
                .isInstanceOf(PortException.Rejected.class);
    }

    @Test
    void anActivationUnderASpentKeyIsRejected() {
        assertThatThrownBy(() -> activate(Recorded.error(SPENT)))
                .isInstanceOfSatisfying(
                        PortException.Rejected.class,
                        failure -> assertThat(failure.context().code()).contains(ShopifyErrors.KEY_SPENT));
    }

    @Test
    void idsThatCannotBeAreNotActivated() {
        assertThatThrownBy(() -> rig.sink().activate(new ExternalId("x"), Rig.item(1), "k"))
                .isInstanceOf(PortException.Rejected.class);
        assertThatThrownBy(() -> rig.sink().activate(Rig.LOCATION, new ExternalId("x"), "k"))
                .isInstanceOf(PortException.Rejected.class);
        assertThat(rig.shop.seen()).isEmpty();
    }

    @Test
    void aWriteHasAtMost250Lines() {
        assertThat(rig.sink().maxLines()).isEqualTo(250);
    }
}
