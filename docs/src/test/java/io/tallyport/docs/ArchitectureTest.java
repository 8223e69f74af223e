package io.tallyport.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import io.tallyport.docs.violations.Violates;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the product to the plan of the house, and proves of each rule that it would notice. */
class ArchitectureTest {

    private static List<HouseRule> rules(House house) {
        return Stream.of(Arrows.of(house), Ladder.of(house), Shapes.of(house), Bans.of(house))
                .flatMap(List::stream)
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> theProductKeepsTheRule() {
        JavaClasses product = House.PRODUCT.classes();
        return rules(House.PRODUCT).stream()
                .map(rule -> DynamicTest.dynamicTest(rule.name(), () -> {
                    assertThat(rule.looksAt(product))
                            .as("classes that the rule looks at")
                            .isPositive();
                    assertThat(rule.violations(product)).isEmpty();
                }));
    }

    @TestFactory
    Stream<DynamicTest> whatBreaksTheRuleIsReported() {
        return rules(House.PRODUCT).stream()
                .map(HouseRule::name)
                .map(name -> DynamicTest.dynamicTest(name, () -> assertBites(name)));
    }

    private static void assertBites(String name) {
        House broken = House.breaking(name);
        JavaClasses classes = broken.classes();
        HouseRule rule = rules(broken).stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();
        List<JavaClass> offenders = classes.stream()
                .filter(type -> type.isAnnotatedWith(Violates.class))
                .toList();
        List<String> reported = rule.violations(classes);

        assertThat(offenders).as("classes made to break the rule").isNotEmpty();
        assertThat(offenders)
                .allSatisfy(offender -> assertThat(reported)
                        .as("what is reported of %s", offender.getName())
                        .anySatisfy(line -> assertThat(line).contains(offender.getName())));
        if (!name.equals("cycles")) {
            assertThat(reported).as("bystanders are left alone").hasSameSizeAs(offenders);
        }
    }

    @Test
    void everyRoomOfTheProductIsLookedAt() {
        JavaClasses product = House.PRODUCT.classes();
        assertThat(House.ROOMS)
                .allSatisfy(room -> assertThat(product.stream().filter(type -> House.PRODUCT.isIn(type, room)))
                        .as("classes in %s", room)
                        .isNotEmpty());
    }

    @Test
    void everyRungOfTheLadderIsThere() {
        JavaClasses product = House.PRODUCT.classes();
        assertThat(Ladder.RUNGS)
                .allSatisfy(rung -> assertThat(
                                product.stream().filter(type -> House.PRODUCT.isIn(type, "core." + rung)))
                        .as("classes in core.%s", rung)
                        .isNotEmpty());
    }
}
