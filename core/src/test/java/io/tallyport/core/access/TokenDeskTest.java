package io.tallyport.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.history.InMemoryAuditTrail;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.InMemoryUnitOfWork;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TokenDeskTest implements ApiTokensContract {

    private static final ConnectionId TILL = new ConnectionId("till");
    private static final ConnectionId SHOP = new ConnectionId("shop");

    private final InMemoryApiTokens tokens = new InMemoryApiTokens();
    private final InMemoryAuditTrail audit = new InMemoryAuditTrail();
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-21T12:00:00Z"));
    private final TokenDesk desk = new TokenDesk(tokens, audit, new InMemoryUnitOfWork(), clock);

    @Override
    public ApiTokens tokens() {
        return tokens;
    }

    @Test
    void aTokenOpensUntilItIsRevoked() {
        TokenDesk.Made made = desk.create("robot", Grants.everywhere(Role.VIEWER), Optional.empty(), "owner");
        String text = made.secret().reveal();

        assertThat(desk.authenticate(text)).contains(made.token());
        assertThat(desk.authenticate(text + "x")).isEmpty();
        assertThat(desk.authenticate(text.substring(0, text.length() - 1) + "-"))
                .isEmpty();
        assertThat(desk.authenticate("")).isEmpty();
        desk.revoke(made.token().id(), "owner");
        assertThat(desk.authenticate(text)).isEmpty();
        assertThatThrownBy(() -> desk.revoke(made.token().id(), "owner")).isInstanceOf(PortException.Rejected.class);
        assertThat(audit.recent(9))
                .hasSize(2)
                .noneMatch(entry -> entry.toString().contains(text));
    }

    @Test
    void aTokenExpires() {
        TokenDesk.Made made =
                desk.create("robot", Grants.everywhere(Role.VIEWER), Optional.of(Duration.ofHours(1)), "owner");
        clock.set(clock.instant().plusSeconds(3599));
        assertThat(desk.authenticate(made.secret().reveal())).isPresent();
        clock.set(clock.instant().plusSeconds(1));
        assertThat(desk.authenticate(made.secret().reveal())).isEmpty();
    }

    @Test
    void rolesAreHeldEverywhereOrOnSingleConnections() {
        Grants grants = new Grants(Optional.of(Role.VIEWER), Map.of(TILL, Role.APPROVER));
        assertThat(grants.allow(Role.VIEWER)).isTrue();
        assertThat(grants.allow(Role.OPERATOR)).isFalse();
        assertThat(grants.allow(Role.OPERATOR, TILL)).isTrue();
        assertThat(grants.allow(Role.ADMIN, TILL)).isFalse();
        assertThat(grants.allow(Role.OPERATOR, SHOP)).isFalse();
        assertThat(grants.allow(Role.VIEWER, SHOP)).isTrue();
        assertThat(grants.allowSomewhere(Role.APPROVER)).isTrue();
        assertThat(grants).hasToString("viewer, approver on till");
        assertThatThrownBy(() -> new Grants(Optional.empty(), Map.of())).hasMessageContaining("without any role");
        assertThatThrownBy(() -> Role.of("boss")).hasMessageContaining("viewer, operator, approver, admin");
    }
}
