package io.tallyport.docs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One rule of the house.
 *
 * @param name also the name of the package that breaks it, under {@code violations}
 * @param about which classes it looks at
 * @param rule what they must keep to
 */
record HouseRule(String name, DescribedPredicate<JavaClass> about, ArchRule rule) {

    /** A rule about single classes: {@code wrong} says what is wrong with one, if anything. */
    static HouseRule each(
            String name,
            String says,
            DescribedPredicate<JavaClass> about,
            Function<JavaClass, Optional<String>> wrong) {
        ArchCondition<JavaClass> condition = new ArchCondition<>(says) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                wrong.apply(type)
                        .ifPresent(why -> events.add(SimpleConditionEvent.violated(type, type.getName() + ": " + why)));
            }
        };
        return new HouseRule(name, about, classes().that(about).should(condition));
    }

    long looksAt(JavaClasses classes) {
        return classes.stream().filter(about).count();
    }

    List<String> violations(JavaClasses classes) {
        return rule.allowEmptyShould(true).evaluate(classes).getFailureReport().getDetails();
    }

    @Override
    public String toString() {
        return name;
    }
}
