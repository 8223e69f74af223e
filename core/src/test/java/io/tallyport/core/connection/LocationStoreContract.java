package io.tallyport.core.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Undone;
import io.tallyport.core.kernel.UnitOfWork;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link LocationStore} keeps to. */
public interface LocationStoreContract {

    ConnectionId TILL = new ConnectionId("till");
    Instant AT = Instant.parse("2026-03-08T02:30:00.123456Z");

    LocationStore subject();

    UnitOfWork unitOfWork();

    private static KnownLocations listed(String basis, String... ids) {
        return new KnownLocations(
                basis,
                Arrays.stream(ids)
                        .map(id -> new Location(new ExternalId(id), "Laden ä " + id, !id.equals("closed")))
                        .toList(),
                AT);
    }

    @Test
    default void aListIsKeptInItsOrder() {
        subject().put(TILL, listed("b", "2", "1", "closed"));

        assertThat(subject().find(TILL)).contains(listed("b", "2", "1", "closed"));
        assertThat(subject().find(new ConnectionId("web"))).isEmpty();
    }

    @Test
    default void aNewListTakesThePlaceOfTheOld() {
        subject().put(TILL, listed("b", "2", "1"));
        subject().put(TILL, listed("c", "3"));

        assertThat(subject().find(TILL)).contains(listed("c", "3"));
    }

    @Test
    default void aForgottenOrEmptyListIsNone() {
        subject().put(TILL, listed("b", "2"));
        subject().forget(TILL);
        assertThat(subject().find(TILL)).isEmpty();

        subject().put(TILL, new KnownLocations("b", List.of(), AT));
        assertThat(subject().find(TILL)).isEmpty();
    }

    @Test
    default void aFailedUnitOfWorkLeavesItAsItWas() {
        subject().put(TILL, listed("b", "2"));

        Undone.in(unitOfWork(), () -> subject().put(TILL, listed("b", "3", "4")));

        assertThat(subject().find(TILL)).contains(listed("b", "2"));
    }
}
