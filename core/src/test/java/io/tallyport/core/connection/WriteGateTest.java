package io.tallyport.core.connection;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.PortException;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WriteGateTest {

    private static final ConnectionId WEB = new ConnectionId("web");

    private final ConnectionStore connections = new InMemoryConnectionStore();
    private final KillSwitch killSwitch = new InMemoryKillSwitch();
    private final Halts halts = new InMemoryHalts();
    private final WriteGate gate = new WriteGate(connections, killSwitch, halts);

    private void connection(AccessMode mode, boolean enabled) {
        connections.save(new Connection(
                WEB,
                new Platform("shopify"),
                "account",
                URI.create("https://shop.example"),
                Environment.PRODUCTION,
                mode,
                enabled,
                Map.of(),
                Map.of()));
    }

    private void assertRefused(Access access, String why) {
        assertThatThrownBy(() -> gate.check(WEB, access, "set"))
                .isInstanceOf(PortException.Rejected.class)
                .hasMessageContaining(why);
    }

    private void assertOpen(Access access) {
        assertThatCode(() -> gate.check(WEB, access, "set")).doesNotThrowAnyException();
    }

    @Test
    void theAccessModeDecidesForEachCall() {
        connection(AccessMode.NONE, true);
        assertRefused(Access.READ, "NONE");
        connection(AccessMode.READ, true);
        assertOpen(Access.READ);
        assertRefused(Access.WRITE, "would write");
        connection(AccessMode.READ_WRITE, true);
        assertOpen(Access.WRITE);
    }

    @Test
    void aDisabledOrRemovedConnectionLetsNothingThrough() {
        assertRefused(Access.READ, "removed");
        connection(AccessMode.READ_WRITE, false);
        assertRefused(Access.READ, "disabled");
    }

    @Test
    void aStoppedConnectionLetsNoWriteThroughAndTheOthersDo() {
        connection(AccessMode.READ_WRITE, true);
        halts.halt(Halted.of(WEB), new KillSwitch.Stop(Instant.EPOCH, "owner", "counting this shop"));
        assertRefused(Access.WRITE, "counting this shop");
        assertRefused(Access.WRITE, "tallyport resume --connection web");
        assertOpen(Access.READ);
        halts.lift(Halted.of(WEB));
        halts.halt(Halted.of(new ConnectionId("other")), new KillSwitch.Stop(Instant.EPOCH, "owner", "not this one"));
        assertOpen(Access.WRITE);
    }

    @Test
    void theKillSwitchStopsWritesAndNotReads() {
        connection(AccessMode.READ_WRITE, true);
        killSwitch.stop(new KillSwitch.Stop(Instant.EPOCH, "owner", "stocktaking"));
        assertRefused(Access.WRITE, "stocktaking");
        assertOpen(Access.READ);
        killSwitch.resume();
        assertOpen(Access.WRITE);
    }
}
