package io.tallyport.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.connection.Platform;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.PortException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SendTestWebhookTest {

    private static final URI BASE = URI.create("https://hooks.example.org/");

    private final HookHouse house = new HookHouse();

    @Test
    void whatIsSentIsWhatTheReceiverStores() {
        ReceiveWebhook receiver = house.receiver();
        HookSender sender = (address, hook) -> {
            assertThat(address)
                    .isEqualTo(URI.create(
                            "https://hooks.example.org/webhooks/lightspeed-x/till?topic=consignment.receive"));
            IncomingWebhook request = HookHouse.request(Optional.empty(), hook.headers(), hook.body());
            return receiver.receive(request).isKept() ? 200 : 401;
        };

        SendTestWebhook.Result result =
                new SendTestWebhook(house.doors, sender, house.clock).send(HookHouse.TILL, BASE, "consignment.receive");

        assertThat(result.isAccepted()).isTrue();
        assertThat(house.webhooks.list(WebhookFilter.ALL, Optional.empty(), 9).items())
                .singleElement()
                .matches(event -> event.hash().equals(result.hash()));
    }

    @Test
    void withoutASecretOrAFormatNothingIsSent() {
        house.connect(new ConnectionId("bare"), HookHouse.X, Map.of());
        house.connect(new ConnectionId("r"), new Platform("lightspeed-r"), Map.of());
        SendTestWebhook test = new SendTestWebhook(
                house.doors,
                (address, hook) -> {
                    throw new AssertionError("nothing may be sent");
                },
                house.clock);
        assertThatThrownBy(() -> test.send(new ConnectionId("bare"), BASE, "t"))
                .isInstanceOf(PortException.Rejected.class)
                .hasMessageContaining("no secret");
        assertThatThrownBy(() -> test.send(new ConnectionId("r"), BASE, "t"))
                .isInstanceOf(PortException.Rejected.class)
                .hasMessageContaining("nothing is known about hooks");
    }
}
