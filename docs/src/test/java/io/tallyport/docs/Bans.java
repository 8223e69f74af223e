package io.tallyport.docs;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What is not done here, or only in one place. */
final class Bans {

    /** Where the program begins: these read the machine's clock once and hand it on. */
    private static final Set<String> BEGINNINGS = Set.of("Main", "CliSettings", "TallyportBuilder", "SandboxSettings");

    private static final Set<String> SLEEPERS = Set.of("Main", "Sleeper");

    private Bans() {}

    static List<HouseRule> of(House house) {
        return List.of(
                HouseRule.each(
                        "clock",
                        "be given their clock",
                        house.everywhere(),
                        type -> BEGINNINGS.contains(type.getSimpleName())
                                ? Optional.empty()
                                : access(type, Bans::readsTheMachinesTime)),
                HouseRule.each(
                        "sleep",
                        "leave waiting to the Sleeper",
                        house.everywhere(),
                        type -> SLEEPERS.contains(type.getSimpleName())
                                ? Optional.empty()
                                : access(type, target -> target.getName().equals("sleep") && isWaiting(target))),
                HouseRule.each(
                        "logging",
                        "log by slf4j",
                        house.everywhere(),
                        type -> Arrows.firstOf(type, startsWith("java.util.logging.", "org.apache.commons.logging."))),
                HouseRule.each(
                        "console",
                        "leave standard output to the app",
                        house.everywhere(),
                        type -> house.isIn(type, "cli") ? Optional.empty() : access(type, Bans::isConsole)),
                HouseRule.each(
                        "libraries",
                        "use a library only in its room",
                        house.everywhere(),
                        type -> homes().entrySet().stream()
                                .filter(home -> !house.isIn(type, home.getValue()))
                                .flatMap(home -> Arrows.firstOf(type, startsWith(home.getKey())).stream())
                                .sorted()
                                .findFirst()));
    }

    private static Map<String, String[]> homes() {
        Map<String, String[]> homes = new LinkedHashMap<>();
        for (String database :
                List.of("org.jooq.", "org.flywaydb.", "com.zaxxer.", "org.h2.", "org.mariadb.", "com.google.crypto.")) {
            homes.put(database, new String[] {"persistence"});
        }
        homes.put("dev.failsafe.", new String[] {"remote"});
        homes.put("feign.", new String[] {"remote", "lightspeed", "shopify"});
        homes.put("com.google.inject.", new String[] {"runtime"});
        homes.put("com.cronutils.", new String[] {"runtime"});
        homes.put("picocli.", new String[] {"cli"});
        homes.put("me.tongfei.", new String[] {"cli"});
        homes.put("ch.qos.logback.", new String[] {"cli"});
        homes.put("io.javalin.", new String[] {"http"});
        homes.put("io.micrometer.", new String[] {"http"});
        homes.put("graphql.", new String[] {"sandbox"});
        return homes;
    }

    private static DescribedPredicate<JavaClass> startsWith(String... prefixes) {
        return DescribedPredicate.describe(
                "of " + String.join(", ", prefixes),
                target -> List.of(prefixes).stream().anyMatch(target.getName()::startsWith));
    }

    private static boolean readsTheMachinesTime(AccessTarget target) {
        String owner = target.getOwner().getName();
        String name = target.getName();
        if (owner.equals("java.lang.System")) {
            return name.equals("currentTimeMillis");
        }
        if (owner.equals("java.time.Clock")) {
            return name.startsWith("system") || name.startsWith("tick");
        }
        if (owner.equals("java.util.Date")) {
            return name.equals("<init>");
        }
        return owner.startsWith("java.time.") && name.equals("now") && !takesAClock(target);
    }

    private static boolean takesAClock(AccessTarget target) {
        return target instanceof AccessTarget.CodeUnitAccessTarget code
                && code.getRawParameterTypes().stream()
                        .anyMatch(type -> type.getName().equals("java.time.Clock"));
    }

    private static boolean isWaiting(AccessTarget target) {
        return target.getOwner().isEquivalentTo(Thread.class)
                || target.getOwner().isEquivalentTo(java.util.concurrent.TimeUnit.class);
    }

    private static boolean isConsole(AccessTarget target) {
        boolean stream = target.getOwner().isEquivalentTo(System.class)
                && (target.getName().equals("out") || target.getName().equals("err"));
        boolean trace = target.getName().equals("printStackTrace")
                && target instanceof AccessTarget.CodeUnitAccessTarget code
                && code.getRawParameterTypes().isEmpty();
        return stream || trace;
    }

    private static Optional<String> access(JavaClass type, Predicate<AccessTarget> forbidden) {
        return type.getAccessesFromSelf().stream()
                .filter(access -> forbidden.test(access.getTarget()))
                .map(JavaAccess::getDescription)
                .sorted()
                .findFirst();
    }
}
