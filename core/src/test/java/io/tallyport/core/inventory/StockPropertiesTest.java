package io.tallyport.core.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.connection.RoutePolicy;
import io.tallyport.core.connection.WebOrders;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.Sku;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class StockPropertiesTest {

    private static final RoutePolicy POLICY = RoutePolicy.sourceWins(WebOrders.AT_POS_AT_ONCE);

    @Provide
    Arbitrary<List<StockLevel>> levels() {
        Arbitrary<String> sku = Arbitraries.of("A", "B", "C", "D", "a", "E ", "");
        Arbitrary<Integer> quarters = Arbitraries.integers().between(-8, 80);
        Arbitrary<Stocking> stocking = Arbitraries.of(Stocking.class);
        Arbitrary<Boolean> tracked = Arbitraries.of(true, true, true, false);
        return Combinators.combine(sku, quarters, stocking, tracked)
                .as((code, quantity, how, counted) -> new StockLevel(
                        new ExternalId("unnamed"),
                        Sku.isPresent(code) ? Optional.of(new Sku(code)) : Optional.empty(),
                        "",
                        counted,
                        how,
                        how == Stocking.STOCKED ? Optional.of(Quantity.parse("" + quantity / 4.0)) : Optional.empty(),
                        how == Stocking.STOCKED ? Optional.of(Quantity.of(quantity / 4)) : Optional.empty()))
                .list()
                .ofMaxSize(12);
    }

    private static PlanSide read(String prefix, List<StockLevel> levels, boolean complete) {
        List<StockLevel> named = new ArrayList<>();
        for (StockLevel level : levels) {
            named.add(new StockLevel(
                    new ExternalId(prefix + named.size()),
                    level.sku(),
                    level.title(),
                    level.tracked(),
                    level.stocking(),
                    level.onHand(),
                    level.available()));
        }
        return new PlanSide(new InMemoryLevels(named), complete);
    }

    @Property
    void everyItemIsInOneRowAtMostAndNoneIsLost(
            @ForAll("levels") List<StockLevel> source,
            @ForAll("levels") List<StockLevel> target,
            @ForAll boolean complete,
            @ForAll boolean activate) {
        PlannedRows planned = PlannedRows.of(new PlanStockSync.Input(
                POLICY,
                read("s", source, complete),
                read("t", target, true),
                List.of(),
                OptionalLong.empty(),
                activate));
        Set<ExternalId> seen = new HashSet<>();
        for (PlanRow row : planned.rows) {
            row.sourceItem().ifPresent(item -> assertThat(seen.add(item)).isTrue());
            row.targetItem().ifPresent(item -> assertThat(seen.add(item)).isTrue());
            if (row.action().isWrite()) {
                assertThat(row.desired().orElseThrow().signum()).isNotNegative();
                assertThat(row.desired().orElseThrow().hasFraction()).isFalse();
                assertThat(complete || !row.desired().orElseThrow().isZero()).isTrue();
            }
        }
        long listedInStep =
                planned.rows.stream().filter(row -> row.action() == Action.KEEP).count();
        long onlyCounted = planned.result.counts().unchanged() - listedInStep;
        assertThat(seen.size() + 2 * onlyCounted).isEqualTo(source.size() + target.size());
    }

    @Property
    void aRowThatIsCarriedOverNeverPutsSoldUnitsBack(
            @ForAll @IntRange(max = 60) int local,
            @ForAll @IntRange(max = 60) int remote,
            @ForAll @IntRange(min = -15, max = 15) int localMove,
            @ForAll @IntRange(min = -15, max = 15) int remoteMove) {
        PlanRow row = row(local, remote);
        Quantity localNow = Quantity.of(local + localMove);
        Quantity remoteNow = Quantity.of(remote + remoteMove);
        Rebase.Decision decision =
                new Rebase(POLICY, false, 0).decide(row, Rebase.Seen.planned(row), localNow, remoteNow);
        if (decision.verdict() != Rebase.Verdict.WRITE) {
            return;
        }
        assertThat(decision.from()).isEqualTo(remoteNow);
        assertThat(decision.to()).isEqualTo(SourceStock.wanted(localNow));
        assertThat(remoteMove == 0 || remoteMove == localMove).isTrue();
        int planned = local - remote;
        int step = (int) decision.to().minus(remoteNow).toWholeUnits();
        assertThat(Integer.signum((int) decision.to().toWholeUnits() - remote)).isEqualTo(Integer.signum(planned));
        assertThat(Math.abs(step)).isLessThanOrEqualTo(Math.max(10, Math.abs(planned)));
    }

    @Property
    void strictWritesOnlyWhatDidNotMove(
            @ForAll @IntRange(max = 60) int local,
            @ForAll @IntRange(max = 60) int remote,
            @ForAll @IntRange(min = -5, max = 5) int localMove,
            @ForAll @IntRange(min = -5, max = 5) int remoteMove) {
        PlanRow row = row(local, remote);
        Rebase.Verdict verdict = new Rebase(POLICY, true, 0)
                .decide(row, Rebase.Seen.planned(row), Quantity.of(local + localMove), Quantity.of(remote + remoteMove))
                .verdict();
        boolean still = localMove == 0 && remoteMove == 0;
        assertThat(verdict == Rebase.Verdict.WRITE).isEqualTo(still && local != remote);
    }

    private static PlanRow row(int local, int remote) {
        return new PlanRow(
                "S",
                "",
                StockFigure.AVAILABLE,
                Optional.of(new ExternalId("s")),
                Optional.of(new ExternalId("t")),
                Optional.empty(),
                Optional.of(Quantity.of(local)),
                Optional.of(Quantity.of(remote)),
                Optional.of(Quantity.of(local)),
                Action.SET,
                Reason.CHANGED,
                Hold.FREE);
    }
}
