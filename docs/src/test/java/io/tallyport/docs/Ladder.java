package io.tallyport.docs;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Optional;

/** The packages of core stand on a ladder: each may use those below it, none beside or above. */
final class Ladder {

    /** From the ground up. A new capability takes its place here, and in the record of the decision. */
    static final List<String> RUNGS = List.of(
            "kernel",
            "doctor",
            "history",
            "connection",
            "access",
            "intent",
            "job",
            "job.testing",
            "webhook",
            "catalog",
            "catalog.mapping",
            "rule",
            "conflict",
            "inventory",
            "inventory.undo",
            "inventory.schedule",
            "consignment",
            "consignment.steps",
            "purchasing",
            "purchasing.sync",
            "purchasing.receiving",
            "counting");

    private Ladder() {}

    static List<HouseRule> of(House house) {
        return List.of(
                HouseRule.each("ladder", "use only what is below", house.in("core"), type -> wrong(house, type)),
                new HouseRule(
                        "cycles",
                        house.in("core"),
                        slices().matching(house.root() + ".core.(*)..").should().beFreeOfCycles()));
    }

    private static Optional<String> wrong(House house, JavaClass type) {
        int own = rung(house, type);
        if (own < 0) {
            return Optional.of(type.getPackageName() + " has no place on the ladder " + String.join(" < ", RUNGS));
        }
        return type.getDirectDependenciesFromSelf().stream()
                .filter(dependency -> house.isIn(dependency.getTargetClass(), "core"))
                .filter(dependency -> rung(house, dependency.getTargetClass()) > own)
                .map(dependency -> dependency.getDescription())
                .sorted()
                .findFirst();
    }

    /** From the top, since a package within another one stands above it. */
    private static int rung(House house, JavaClass type) {
        for (int i = RUNGS.size() - 1; i >= 0; i--) {
            if (house.isIn(type, "core." + RUNGS.get(i))) {
                return i;
            }
        }
        return -1;
    }
}
