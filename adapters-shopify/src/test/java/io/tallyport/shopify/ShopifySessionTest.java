package io.tallyport.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.tallyport.core.connection.Access;
import io.tallyport.core.connection.Connection;
import io.tallyport.core.connection.Health;
import io.tallyport.core.connection.Location;
import io.tallyport.core.history.ApiCall;
import io.tallyport.core.inventory.InventorySink;
import io.tallyport.core.inventory.InventorySource;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.PortException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ShopifySessionTest {

    private static final String CHECKED = Recorded.data("""
            {"shop":{"name":"Tea House"},"currentAppInstallation":{"accessScopes":[
            {"handle":"read_products"},{"handle":"write_inventory"}]}}""");

    private final Rig rig = new Rig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void aCheckNamesTheShopAndTheScopesThatAreMissing() {
        Health health = rig.says(ShopServer.json(CHECKED)).session().check();
        assertThat(health.summary()).isEqualTo("Tea House, API version 2026-07");
        assertThat(health.problems()).containsExactly("the app lacks the access scope read_locations");
    }

    @Test
    void aRequestCarriesVersionAndTokenAndIsJournalledWithoutIt() {
        rig.says(ShopServer.json(CHECKED)).session().check();
        ShopServer.Seen seen = rig.shop.seen(0);
        assertThat(seen.path()).isEqualTo("/admin/api/2026-07/graphql.json");
        assertThat(seen.headers())
                .containsEntry("X-Shopify-Access-Token", Rig.TOKEN)
                .containsEntry("Content-Type", "application/json");
        assertThat(rig.journal.recent(5)).singleElement().satisfies(call -> {
            assertThat(call.operation()).isEqualTo("currentAppInstallation");
            assertThat(call.requestId()).contains("req-1");
            assertThat(call.toString()).doesNotContain(Rig.TOKEN);
        });
    }

    @Test
    void locationsComeFromAllPagesWithInactiveOnes() {
        rig.says(ShopServer.json(Recorded.data("""
                        {"locations":{"nodes":[{"id":"gid://shopify/Location/11","name":"Main","isActive":true}],
                        "pageInfo":{"hasNextPage":true,"endCursor":"c1"}}}""")), ShopServer.json(Recorded.data("""
                        {"locations":{"nodes":[{"id":"gid://shopify/Location/12","name":"Old","isActive":false}],
                        "pageInfo":{"hasNextPage":false,"endCursor":"c2"}}}""")));
        assertThat(rig.session().locations())
                .containsExactly(
                        new Location(new ExternalId("gid://shopify/Location/11"), "Main", true),
                        new Location(new ExternalId("gid://shopify/Location/12"), "Old", false));
        assertThat(rig.shop.seen(0).body()).contains("includeInactive: true", "includeLegacy: true");
        assertThat(rig.shop.seen(1).variables().path("after").asText()).isEqualTo("c1");
    }

    @Test
    void aCursorThatDoesNotMoveIsNoAnswer() {
        String page =
                Recorded.data("{\"locations\":{\"nodes\":[],\"pageInfo\":{\"hasNextPage\":true,\"endCursor\":\"c\"}}}");
        rig.says(ShopServer.json(page), ShopServer.json(page));
        assertThatThrownBy(() -> rig.session().locations()).isInstanceOf(PortException.Protocol.class);
    }

    static Stream<Arguments> shapes() {
        return Stream.of(
                arguments(401, Recorded.UNAUTHORIZED, PortException.Authentication.class, "SH004"),
                arguments(404, "{\"errors\":\"Not Found\"}", PortException.Rejected.class, "SH013"),
                arguments(400, Recorded.BAD_REQUEST_OBJECT, PortException.Protocol.class, "SH016"),
                arguments(200, Recorded.UNDEFINED_FIELD, PortException.Protocol.class, "SH016"),
                arguments(200, Recorded.ACCESS_DENIED, PortException.Authentication.class, "SH005"),
                arguments(200, Recorded.FILTER_IGNORED, PortException.Protocol.class, "SH015"),
                arguments(200, "{\"data\":{\"shop\":null}}", PortException.Protocol.class, "SH009"),
                arguments(200, "{\"data\":", PortException.Protocol.class, "SH009"));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void eachShapeOfErrorBecomesTheRightFailure(
            int status, String body, Class<? extends PortException> type, String code) {
        rig.says(ShopServer.status(status, body));
        assertThatThrownBy(() -> rig.session().check()).isInstanceOfSatisfying(type, failure -> {
            assertThat(failure.context().code().orElseThrow().code()).isEqualTo(code);
            assertThat(failure.context().connection()).contains(rig.connection().id());
            assertThat(failure.describe()).doesNotContain(Rig.TOKEN);
        });
        assertThat(rig.shop.seen()).hasSize(1);
    }

    @Test
    void anHtmlPageWithStatus200IsTriedAgain() {
        rig.says(
                ShopServer.json("<!DOCTYPE html><html></html>").with("Content-Type", "text/html"),
                ShopServer.json(CHECKED));
        assertThat(rig.session().check().summary()).startsWith("Tea House");
        assertThat(rig.shop.seen()).hasSize(2);
    }

    @Test
    void aServersFailureOnAReadIsTriedAgainAndInTheEndTransient() {
        assertThatThrownBy(() -> rig.session().check()).isInstanceOf(PortException.Transient.class);
        assertThat(rig.shop.seen()).hasSize(4);
        assertThat(rig.journal.recent(9))
                .hasSize(4)
                .allMatch(call -> call.error().isPresent());
    }

    @Test
    void aThrottledQueryIsSentAgainAfterTheWaitThatItsCostAsksFor() {
        rig.says(ShopServer.json(Recorded.THROTTLED), ShopServer.json(CHECKED));
        assertThat(rig.session().check().problems()).hasSize(1);
        Duration waited = rig.clock.waits().stream().reduce(Duration.ZERO, Duration::plus);
        assertThat(waited).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(10));
    }

    @Test
    void anotherVersionSaysWhatToDo() {
        rig.says(ShopServer.json(CHECKED).with("X-Shopify-API-Version", "2026-10"));
        assertThatThrownBy(() -> rig.session().check())
                .isInstanceOfSatisfying(
                        PortException.Protocol.class,
                        failure ->
                                assertThat(failure.describe()).contains("SH006", "2026-07", "2026-10", "api-version"));
    }

    @Test
    void anAnswerThatNamesNoVersionIsNotTrusted() {
        rig.says(ShopServer.json(CHECKED).without("X-Shopify-API-Version"));
        assertThatThrownBy(() -> rig.session().check()).isInstanceOf(PortException.Protocol.class);
    }

    @Test
    void whatTheGateRefusesIsNotSent() {
        rig.refused = Set.of(Access.READ);
        assertThatThrownBy(() -> rig.session().check()).isInstanceOf(PortException.Rejected.class);
        assertThat(rig.shop.seen()).isEmpty();
    }

    @Test
    void thePortsAreThoseOfInventory() {
        assertThat(rig.session().port(InventorySource.class)).isPresent();
        assertThat(rig.session().port(InventorySink.class)).isPresent();
        assertThat(rig.session().port(Runnable.class)).isEmpty();
    }

    @Test
    void openingSendsNothing() {
        rig.session().close();
        assertThat(rig.shop.seen()).isEmpty();
        assertThat(rig.connector().requiredSecrets(Map.of())).containsExactly("token");
        assertThat(rig.connector().platform().code()).isEqualTo("shopify");
    }

    @Test
    void anotherVersionCanBeAskedFor() {
        Connection connection = rig.connection().withOptions(Map.of("api-version", "2026-10"));
        rig.says(ShopServer.json(CHECKED).with("X-Shopify-API-Version", "2026-10"));
        assertThat(rig.connector().open(connection).check().summary()).endsWith("2026-10");
        assertThat(rig.shop.seen(0).path()).isEqualTo("/admin/api/2026-10/graphql.json");
    }

    @Test
    void anOptionThatNobodyKnowsIsAnError() {
        Connection connection = rig.connection().withOptions(Map.of("api_version", "2026-07"));
        assertThatThrownBy(() -> rig.connector().open(connection))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("api_version")
                .hasMessageContaining("api-version");
    }

    @Test
    void aConnectionWithoutItsTokenIsNotSentAnywhere() {
        Connection connection = rig.connection().withSecrets(Map.of());
        assertThatThrownBy(() -> rig.connector().open(connection).check())
                .isInstanceOfSatisfying(
                        PortException.Authentication.class,
                        failure -> assertThat(failure.context().code())
                                .isEqualTo(Optional.of(ShopifyErrors.AUTHENTICATION)));
        assertThat(rig.shop.seen()).isEmpty();
    }

    @Test
    void theJournalSaysWhatWentWrong() {
        rig.says(ShopServer.status(401, Recorded.UNAUTHORIZED));
        assertThatThrownBy(() -> rig.session().check()).isInstanceOf(PortException.Authentication.class);
        assertThat(rig.journal.recent(1))
                .extracting(ApiCall::error)
                .containsExactly(
                        Optional.of("[API] Invalid API key or access token (unrecognized login or wrong password)"));
    }
}
