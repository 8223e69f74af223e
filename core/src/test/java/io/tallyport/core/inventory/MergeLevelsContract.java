package io.tallyport.core.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.core.kernel.Undone;
import io.tallyport.core.kernel.UnitOfWork;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link MergeLevels} keeps to. */
public interface MergeLevelsContract {

    RouteId MERGED = new RouteId("merged");
    RouteId OTHER = new RouteId("other");

    /** The store; the routes MERGED and OTHER are there. */
    MergeLevels mergeLevels();

    UnitOfWork unitOfWork();

    private static MergeLevel level(String source, String target, String units) {
        return MergeLevel.baseline(
                new ExternalId(source),
                new ExternalId(target),
                Quantity.parse(units),
                Quantity.parse("-7"),
                Quantity.parse("0.123456789"));
    }

    private List<MergeLevel> of(RouteId route, String... targets) {
        return mergeLevels()
                .of(route, List.of(targets).stream().map(ExternalId::new).toList());
    }

    @Test
    default void aLevelIsKeptUnroundedAndMovesOn() {
        MergeLevel first = level("s1", "t1", "10.00000625");
        mergeLevels().put(MERGED, List.of(first));
        assertThat(of(MERGED, "t1", "t2")).containsExactly(first.stored());

        MergeLevel next = first.stored().readSource(Quantity.of(8)).wroteTarget(Quantity.of(-2));
        mergeLevels().put(MERGED, List.of(next));
        assertThat(of(MERGED, "t1")).containsExactly(next.stored());
        assertThat(of(OTHER, "t1")).isEmpty();
    }

    @Test
    default void whoComesWithAnOldRevisionChangesNothing() {
        MergeLevel first = level("s1", "t1", "10");
        mergeLevels().put(MERGED, List.of(first, level("s2", "t2", "1")));
        mergeLevels().put(MERGED, List.of(first.stored().readSource(Quantity.of(9))));
        List<MergeLevel> before = of(MERGED, "t1", "t2");

        assertThatThrownBy(() -> unitOfWork()
                        .inOne(() -> mergeLevels()
                                .put(
                                        MERGED,
                                        List.of(
                                                level("s2", "t2", "1").stored().readSource(Quantity.of(5)),
                                                first.stored().readSource(Quantity.of(7))))))
                .isInstanceOf(PortException.Conflict.class);

        assertThat(of(MERGED, "t1", "t2")).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    default void aPairIsBegunOnce() {
        mergeLevels().put(MERGED, List.of(level("s1", "t1", "10")));

        assertThatThrownBy(() -> unitOfWork().inOne(() -> mergeLevels().put(MERGED, List.of(level("s1", "t1", "3")))))
                .isInstanceOf(PortException.Conflict.class);

        assertThat(of(MERGED, "t1")).containsExactly(level("s1", "t1", "10").stored());
    }

    @Test
    default void aNewPairTakesThePlaceOfWhatItsItemsWerePairedInBefore() {
        mergeLevels().put(MERGED, List.of(level("s1", "t1", "1"), level("s2", "t2", "2"), level("s3", "t3", "3")));
        mergeLevels().put(OTHER, List.of(level("s1", "t1", "9")));

        mergeLevels().put(MERGED, List.of(level("s1", "t2", "5")));

        assertThat(of(MERGED, "t1", "t2", "t3"))
                .containsExactlyInAnyOrder(
                        level("s1", "t2", "5").stored(), level("s3", "t3", "3").stored());
        assertThat(of(OTHER, "t1")).hasSize(1);
    }

    @Test
    default void aLevelOfAnotherPairIsNotChangedUnderItsName() {
        mergeLevels().put(MERGED, List.of(level("s1", "t1", "1")));

        assertThatThrownBy(() -> unitOfWork()
                        .inOne(() -> mergeLevels()
                                .put(MERGED, List.of(level("s9", "t1", "1").stored()))))
                .isInstanceOf(PortException.Conflict.class);
    }

    @Test
    default void aRouteIsForgottenAlone() {
        mergeLevels().put(MERGED, List.of(level("s1", "t1", "1"), level("s2", "t2", "2")));
        mergeLevels().put(OTHER, List.of(level("s1", "t1", "1")));

        mergeLevels().forget(MERGED);

        assertThat(of(MERGED, "t1", "t2")).isEmpty();
        assertThat(of(OTHER, "t1")).hasSize(1);
    }

    @Test
    default void aFailedUnitOfWorkLeavesThemAsTheyWere() {
        MergeLevel first = level("s1", "t1", "1");
        mergeLevels().put(MERGED, List.of(first));

        Undone.in(unitOfWork(), () -> {
            mergeLevels().put(MERGED, List.of(first.stored().readSource(Quantity.ZERO), level("s2", "t2", "2")));
            mergeLevels().forget(MERGED);
        });

        assertThat(of(MERGED, "t1", "t2")).containsExactly(first.stored());
    }

    @Test
    default void manyAreFoundEachOnce() {
        List<MergeLevel> many = IntStream.range(0, 1300)
                .mapToObj(i -> level("s" + i, "t" + i, "" + i))
                .toList();
        mergeLevels().put(MERGED, many);

        assertThat(mergeLevels()
                        .of(MERGED, many.stream().map(MergeLevel::targetItem).toList()))
                .containsExactlyInAnyOrderElementsOf(
                        many.stream().map(MergeLevel::stored).toList());
    }
}
