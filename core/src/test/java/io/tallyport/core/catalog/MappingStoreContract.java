package io.tallyport.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Racers;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.core.kernel.Sku;
import io.tallyport.core.kernel.Undone;
import io.tallyport.core.kernel.UnitOfWork;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link MappingStore} keeps to. */
public interface MappingStoreContract {

    RouteId ROUTE = new RouteId("till-to-shop");

    MappingStore subject();

    UnitOfWork unitOfWork();

    private static SkuMapping mapping(String source, String target) {
        return new SkuMapping(ROUTE, new ExternalId(source), new ExternalId(target));
    }

    @Test
    default void mappingsComeBySourceItem() {
        subject().add(mapping("b", "1"));
        subject().add(mapping("a", "2"));
        subject().add(mapping("C", "3"));

        assertThat(subject().of(ROUTE)).containsExactly(mapping("C", "3"), mapping("a", "2"), mapping("b", "1"));
    }

    @Test
    default void theSameAgainChangesNothing() {
        subject().add(mapping("a", "1"));
        subject().add(mapping("a", "1"));

        assertThat(subject().of(ROUTE)).containsExactly(mapping("a", "1"));
    }

    @Test
    default void whatIsKnownOfAMappingIsKept() {
        MappingEntry full = new MappingEntry(
                mapping("a", "1"),
                MappingOrigin.BARCODE,
                Optional.of(Instant.parse("2026-03-08T02:30:00.123456Z")),
                Optional.of("Zoë"),
                Optional.of(new Sku("A-1")),
                Optional.of(new Sku("ａ １")));
        subject().add(full);
        subject().add(mapping("b", "2"));

        assertThat(subject().entries(ROUTE)).containsExactly(full, MappingEntry.of(mapping("b", "2")));
    }

    @Test
    default void theSamePairAgainKeepsWhatWasKnownFirst() {
        subject().add(mapping("a", "1"));
        subject()
                .add(new MappingEntry(
                        mapping("a", "1"),
                        MappingOrigin.EXTERNAL_ID,
                        Optional.of(Instant.EPOCH),
                        Optional.of("somebody"),
                        Optional.empty(),
                        Optional.empty()));

        assertThat(subject().entries(ROUTE)).containsExactly(MappingEntry.of(mapping("a", "1")));
    }

    @Test
    default void anItemIsMappedToOneOnly() {
        subject().add(mapping("a", "1"));
        subject().add(mapping("b", "2"));

        for (SkuMapping second : List.of(mapping("a", "3"), mapping("c", "1"), mapping("a", "2"))) {
            assertThatThrownBy(() -> subject().add(second)).isInstanceOf(PortException.Conflict.class);
        }
        assertThat(subject().of(ROUTE)).containsExactly(mapping("a", "1"), mapping("b", "2"));
    }

    @Test
    default void routesDoNotDisturbEachOther() {
        SkuMapping other = new SkuMapping(new RouteId("other"), new ExternalId("a"), new ExternalId("1"));
        subject().add(mapping("a", "1"));
        subject().add(other);

        assertThat(subject().of(ROUTE)).containsExactly(mapping("a", "1"));
        assertThat(subject().of(other.route())).containsExactly(other);
        assertThat(subject().of(new RouteId("nothing"))).isEmpty();
    }

    @Test
    default void itemsThatDifferInCaseSpaceOrAccentAreDifferent() {
        for (String item : List.of("a", "A", "a ", "ä")) {
            subject().add(mapping(item, item));
        }

        assertThat(subject().of(ROUTE))
                .containsExactly(mapping("A", "A"), mapping("a", "a"), mapping("a ", "a "), mapping("ä", "ä"));
    }

    @Test
    default void aVendorsLongIdsAreKept() {
        SkuMapping mapping = mapping("s".repeat(255), "gid://shopify/InventoryItem/" + "9".repeat(200));

        subject().add(mapping);

        assertThat(subject().of(ROUTE)).containsExactly(mapping);
    }

    @Test
    default void onlyExactlyThisMappingIsRemoved() {
        subject().add(mapping("a", "1"));

        assertThat(subject().remove(mapping("a", "2"))).isFalse();
        assertThat(subject().remove(mapping("b", "1"))).isFalse();
        assertThat(subject().remove(mapping("a", "1"))).isTrue();
        assertThat(subject().remove(mapping("a", "1"))).isFalse();
        assertThat(subject().of(ROUTE)).isEmpty();
    }

    @Test
    default void aFailedUnitOfWorkLeavesThemAsTheyWere() {
        subject().add(mapping("a", "1"));

        Undone.in(unitOfWork(), () -> {
            subject().remove(mapping("a", "1"));
            subject().add(mapping("b", "2"));
        });

        assertThat(subject().of(ROUTE)).containsExactly(mapping("a", "1"));
    }

    @Test
    default void aConflictDoesNotSpoilTheUnitOfWork() {
        subject().add(mapping("a", "1"));

        unitOfWork().inOne(() -> {
            assertThatThrownBy(() -> subject().add(mapping("a", "2"))).isInstanceOf(PortException.Conflict.class);
            subject().add(mapping("b", "2"));
        });

        assertThat(subject().of(ROUTE)).hasSize(2);
    }

    @Test
    default void ofSeveralWhoMapOneTargetAtOnceExactlyOneWins() {
        for (int round = 0; round < 5; round++) {
            String target = "target " + round;
            List<Boolean> answers = Racers.race(8, number -> {
                try {
                    subject().add(mapping(target + " from " + number, target));
                    return true;
                } catch (PortException.Conflict taken) {
                    return false;
                }
            });

            assertThat(answers).containsOnlyOnce(true);
        }
    }
}
