package io.tallyport.core.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.catalog.SkuMapping;
import io.tallyport.core.connection.AccessMode;
import io.tallyport.core.connection.Connection;
import io.tallyport.core.connection.Expiry;
import io.tallyport.core.connection.Halted;
import io.tallyport.core.connection.KillSwitch;
import io.tallyport.core.doctor.Finding;
import io.tallyport.core.doctor.Finding.Severity;
import io.tallyport.core.kernel.ExternalId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DoctorTest {

    @TempDir
    private Path directory;

    private StockHouse house;

    @BeforeEach
    void furnish() {
        house = new StockHouse(directory);
        house.till.stock("p1", "A", "3");
        house.web.stock("w1", "A", "3");
    }

    private List<Tuple> findings() {
        return house.examine().stream()
                .map(finding -> tuple(finding.severity(), finding.about(), finding.what()))
                .toList();
    }

    private static Tuple tuple(Severity severity, String about, String what) {
        return org.assertj.core.api.Assertions.tuple(severity, about, what);
    }

    @Test
    void nothingIsFoundWhereAllIsWell() {
        house.plan();
        assertThat(house.examine()).isEmpty();
    }

    @Test
    void aRouteThatWasNeverSyncedIsWorthANote() {
        assertThat(findings()).containsExactly(tuple(Severity.NOTE, "route till-to-web", "it has not been synced yet"));
    }

    @Test
    void aPausedRouteWaitsForAPerson() {
        house.plan();
        house.halts.halt(Halted.of(StockHouse.ROUTE), new KillSwitch.Stop(Instant.EPOCH, "Ann", "rollback of run 7"));
        assertThat(house.examine())
                .containsExactly(new Finding(
                        Severity.SOON,
                        "route till-to-web",
                        "it is paused by Ann: rollback of run 7",
                        "tallyport route resume till-to-web"));
    }

    @Test
    void whatEndsIsToldTwoWeeksAheadAndBrokenOnceItHasEnded() {
        house.plan();
        Expiry token = new Expiry("the token", house.clock.instant().plus(Duration.ofDays(14)), "authorize again");
        house.ending = List.of(token);
        assertThat(house.examine()).isEmpty();
        house.clock.advance(Duration.ofSeconds(1));
        assertThat(house.examine())
                .hasSize(2)
                .allMatch(finding ->
                        finding.severity() == Severity.SOON && finding.mend().equals("authorize again"));
        house.ending = List.of(new Expiry("the token", house.clock.instant(), "authorize again"));
        assertThat(house.examine()).hasSize(2).allMatch(finding -> finding.severity() == Severity.BROKEN);
    }

    @Test
    void whatThePlatformSaysAndWhatIsMissingIsBrokenAndComesFirst() {
        house.problems = List.of("the app lacks the access scope write_inventory");
        house.secretsNeeded = List.of("token");
        assertThat(house.examine())
                .extracting(Finding::severity, Finding::what)
                .startsWith(
                        org.assertj.core.api.Assertions.tuple(Severity.BROKEN, "the secret \"token\" is missing"),
                        org.assertj.core.api.Assertions.tuple(
                                Severity.BROKEN, "the app lacks the access scope write_inventory"))
                .endsWith(org.assertj.core.api.Assertions.tuple(Severity.NOTE, "it has not been synced yet"));
    }

    @Test
    void aClosedLocationIsToldForTheRoute() {
        house.plan();
        house.open = false;
        assertThat(house.examine())
                .hasSize(2)
                .allMatch(finding -> finding.about().equals("route till-to-web")
                        && finding.what().endsWith("is not active")
                        && finding.mend().startsWith("tallyport connection locations "));
    }

    @Test
    void aTargetThatMayNotBeWrittenToIsTold() {
        house.plan();
        Connection web = house.connections.find(StockHouse.WEB).orElseThrow();
        house.connections.save(web.withAccessMode(AccessMode.READ));
        assertThat(house.examine()).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.BROKEN);
            assertThat(finding.mend()).endsWith("--access read-write");
        });
    }

    @Test
    void aDisabledConnectionIsANoteAndIsNotAsked() {
        house.plan();
        Connection till = house.connections.find(StockHouse.TILL).orElseThrow();
        house.connections.save(till.withEnabled(false));
        house.problems = List.of("broken");
        assertThat(house.examine())
                .filteredOn(finding -> finding.about().equals("connection " + till.id()))
                .singleElement()
                .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.NOTE));
    }

    @Test
    void aWholeReadThatIsLongAgoIsTold() {
        house.plan();
        house.clock.advance(Duration.ofDays(2));
        assertThat(house.examine()).isEmpty();
        house.clock.advance(Duration.ofSeconds(1));
        assertThat(house.examine()).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.SOON);
            assertThat(finding.what()).startsWith("everything was read last at");
        });
    }

    @Test
    void mappingsToWhatIsNotThereAreTold() {
        house.mappings.add(new SkuMapping(StockHouse.ROUTE, new ExternalId("no-such"), new ExternalId("neither")));
        assertThat(findings())
                .extracting(found -> found.toList().get(2))
                .noneMatch(what -> ((String) what).contains("mappings"));
        house.plan();
        assertThat(findings())
                .extracting(found -> found.toList().get(2))
                .filteredOn(what -> ((String) what).startsWith("1 of its mappings name an item that is not at "))
                .hasSize(2);
    }

    @Test
    void rowsThatWaitAreANote() {
        house.till.stock("p2", "B", "3");
        house.web.stock("w2", "B", "1");
        house.plan();
        assertThat(findings())
                .containsExactly(tuple(
                        Severity.NOTE,
                        "route till-to-web",
                        "1 rows of its last plan are not in step: held, left alone, or not applied"));
    }
}
