package io.tallyport.remote;

import static io.tallyport.remote.TokenRig.HOUR;
import static io.tallyport.remote.TokenRig.TILL;
import static io.tallyport.remote.TokenRig.pair;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import io.tallyport.core.connection.Secret;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.UnitOfWork;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Refreshes whose answer never came, on platforms that forgive it and on those that do not. */
class LostRefreshTest {

    private static final String REFUSED = "{\"error\":\"invalid_grant\",\"error_description\":\"refresh-1 is spent\"}";

    private final TokenRig rig = new TokenRig();

    @BeforeEach
    void expired() {
        rig.issued(1);
        rig.pass(HOUR);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private PortException failure(TokenProvider provider) {
        return catchThrowableOfType(PortException.class, provider::token);
    }

    @Test
    void whereTheOldTokenStillWorksTheSameRequestIsSentAgain() {
        rig.server.thenCut().then(200, pair(2));

        assertThat(rig.provider(rig.grant().repeatableAfterLoss()).token()).isEqualTo(new Secret("access-2"));

        assertThat(rig.server.asked())
                .hasSize(2)
                .allSatisfy(asked -> assertThat(asked.body()).contains("refresh_token=refresh-1"));
    }

    @Test
    void whereTheOldTokenIsSpentItIsNotSentAgainByItself() {
        rig.server.thenCut();

        PortException lost = failure(rig.provider(rig.grant()));

        assertThat(lost.kind()).isEqualTo(PortException.Kind.TRANSIENT);
        assertThat(rig.server.asked()).hasSize(1);
        assertThat(rig.stored().refreshSentAt()).isEqualTo(rig.hand.instant());
    }

    @Test
    void aRefusalAfterALostAnswerAsksForANewAuthorizationAndThePlatformIsLeftAlone() {
        rig.server.thenCut().then(400, REFUSED);
        failure(rig.provider(rig.grant()));
        rig.pass(Duration.ofMinutes(1));
        TokenProvider nextProcess = rig.provider(rig.grant());

        PortException first = failure(nextProcess);
        PortException second = failure(nextProcess);

        assertThat(first.kind()).isEqualTo(PortException.Kind.AUTHENTICATION);
        assertThat(first.describe()).contains("TP041", "tallyport connection authorize NAME", "no answer came");
        assertThat(second.describe()).contains("TP041");
        assertThat(first.describe() + second.describe()).doesNotContain("refresh-1");
        assertThat(rig.server.asked()).hasSize(2);
    }

    @Test
    void aRequestThatNeverArrivedIsMadeGoodByTheNext() {
        rig.server.thenCut().then(200, pair(2));
        TokenProvider provider = rig.provider(rig.grant());
        failure(provider);

        assertThat(provider.token()).isEqualTo(new Secret("access-2"));
        assertThat(rig.stored().refreshSentAt()).isNull();
    }

    @Test
    void aProcessThatWasKilledBetweenSendingAndStoringIsToldApart() {
        rig.put(rig.record(1, rig.hand.instant().minus(HOUR), rig.hand.instant().minusSeconds(5)));
        rig.server.then(401, REFUSED);

        assertThat(failure(rig.provider(rig.grant())).describe()).contains("TP041");
    }

    @Test
    void aRefusalOutOfTheBlueIsAnAuthorizationThatEnded() {
        rig.server.then(400, REFUSED);

        assertThat(failure(rig.provider(rig.grant())).describe())
                .contains("TP040", "invalid_grant")
                .doesNotContain("spent");
    }

    @Test
    void aNewAuthorizationMendsIt() {
        rig.server.then(400, REFUSED);
        TokenProvider provider = rig.provider(rig.grant());
        failure(provider);

        rig.issued(5);

        assertThat(provider.token()).isEqualTo(new Secret("access-5"));
    }

    @Test
    void anAuthorizationDuringTheRefreshGoesBeforeWhatTheRefreshBrought() {
        rig.server.then(exchange -> {
            rig.issued(9);
            TokenRig.give(exchange, pair(2));
        });

        assertThat(rig.provider(rig.grant()).token()).isEqualTo(new Secret("access-9"));
        assertThat(rig.stored().access()).isEqualTo(new Secret("access-9"));
    }

    /** Fails that often before it stores anything again. */
    private static final class Unsteady implements UnitOfWork {
        private final UnitOfWork real;
        private final AtomicInteger failures = new AtomicInteger();

        Unsteady(UnitOfWork real) {
            this.real = real;
        }

        @Override
        public <T> T inOne(Supplier<T> body) {
            if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new PortException.Transient(FailureContext.of("store"), "the database is away", null);
            }
            return real.inOne(body);
        }
    }

    @Test
    void aDatabaseThatIsAwayForAMomentDoesNotCostTheNewPair() {
        Unsteady unsteady = new Unsteady(rig.unitOfWork);
        rig.unitOfWork = unsteady;
        rig.server.then(exchange -> answer(exchange, unsteady, 3));

        assertThat(rig.provider(rig.grant()).token()).isEqualTo(new Secret("access-2"));

        assertThat(rig.stored().access()).isEqualTo(new Secret("access-2"));
        assertThat(rig.server.asked()).hasSize(1);
    }

    @Test
    void aPairThatCouldNotBeStoredIsKeptInMemoryAndStoredByTheNextCall() {
        Unsteady unsteady = new Unsteady(rig.unitOfWork);
        rig.unitOfWork = unsteady;
        rig.server.then(exchange -> answer(exchange, unsteady, 5));
        TokenProvider provider = rig.provider(rig.grant());

        assertThat(failure(provider).kind()).isEqualTo(PortException.Kind.TRANSIENT);
        assertThat(rig.stored().access()).isEqualTo(new Secret("access-1"));

        assertThat(provider.token()).isEqualTo(new Secret("access-2"));
        assertThat(rig.stored().access()).isEqualTo(new Secret("access-2"));
        assertThat(rig.server.asked()).hasSize(1);
        assertThat(rig.store().find(TILL)).isPresent();
    }

    private static void answer(HttpExchange exchange, Unsteady unsteady, int failures) throws IOException {
        unsteady.failures.set(failures);
        TokenRig.give(exchange, pair(2));
    }
}
