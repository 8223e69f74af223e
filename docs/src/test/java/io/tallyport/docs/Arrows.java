package io.tallyport.docs;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Which room may see which: arrows point inward, neighbours do not see each other. */
final class Arrows {

    private static final String[] JAVA_AND_FACADES = {
        "java.", "javax.crypto.", "org.jspecify.annotations.", "org.slf4j."
    };

    private Arrows() {}

    static List<HouseRule> of(House house) {
        List<HouseRule> rules = new ArrayList<>();
        rules.add(corePurity(house));
        rules.add(sees(house, "support", "remote", "core"));
        House.ADAPTERS.forEach(adapter -> rules.add(sees(house, adapter, adapter, "core", "remote")));
        rules.add(sees(house, "persistence", "persistence", "core"));
        rules.add(sees(house, "sandbox", "sandbox"));
        rules.add(sees(house, "runtime", "runtime", "core", "remote", "lightspeed", "shopify", "persistence"));
        rules.add(apps(house));
        rules.add(series(house));
        rules.add(knownRooms(house));
        return rules;
    }

    private static HouseRule corePurity(House house) {
        return HouseRule.each(
                "corepurity",
                "depend on Java, jspecify and slf4j alone",
                house.in("core"),
                type -> first(type, target -> !house.isIn(target, "core") && !isAllowedInCore(target)));
    }

    private static boolean isAllowedInCore(JavaClass target) {
        JavaClass element = target.getBaseComponentType();
        for (String allowed : JAVA_AND_FACADES) {
            if (element.getName().startsWith(allowed)) {
                return true;
            }
        }
        return element.isPrimitive();
    }

    /** Of the house, {@code room} sees itself and {@code others}. */
    private static HouseRule sees(House house, String name, String room, String... others) {
        return HouseRule.each(
                name,
                "of the house, see only " + room + " and " + String.join(", ", others),
                house.in(room),
                type -> first(
                        type,
                        target -> house.holds(target) && !house.isIn(target, room) && !house.isIn(target, others)));
    }

    /** An app sees the facade; of the database only the one class that the facade hands out, and what that tells. */
    private static HouseRule apps(House house) {
        List<String> facade =
                List.of(house.root() + ".persistence.Database", house.root() + ".persistence.DatabaseInfo");
        return HouseRule.each(
                "apps",
                "see no adapter and nothing inside the database",
                house.in("cli", "http"),
                type -> first(
                        type,
                        target -> house.holds(target)
                                && !house.isIn(target, house.isIn(type, "cli") ? "cli" : "http", "core", "runtime")
                                && !(house.isIn(type, "cli") && house.isIn(target, "sandbox"))
                                && !facade.contains(target.getName())));
    }

    /** Two APIs of one vendor are two adapters. */
    private static HouseRule series(House house) {
        return HouseRule.each(
                "series",
                "not mix R-Series and X-Series",
                house.in("lightspeed.rseries", "lightspeed.xseries"),
                type -> first(
                        type,
                        target -> house.isIn(type, "lightspeed.rseries")
                                ? house.isIn(target, "lightspeed.xseries")
                                : house.isIn(target, "lightspeed.rseries")));
    }

    private static HouseRule knownRooms(House house) {
        String[] rooms = House.ROOMS.toArray(String[]::new);
        return HouseRule.each(
                "rooms",
                "be in a room that the plan knows",
                house.everywhere(),
                type -> house.isIn(type, rooms)
                        ? Optional.empty()
                        : Optional.of(type.getPackageName() + " is no room of the house"));
    }

    private static Optional<String> first(JavaClass type, Predicate<JavaClass> forbidden) {
        return type.getDirectDependenciesFromSelf().stream()
                .filter(dependency -> forbidden.test(dependency.getTargetClass().getBaseComponentType()))
                .map(Dependency::getDescription)
                .sorted()
                .findFirst();
    }

    /** The first thing of {@code forbidden} that a class depends on. */
    static Optional<String> firstOf(JavaClass type, DescribedPredicate<JavaClass> forbidden) {
        return first(type, forbidden);
    }
}
