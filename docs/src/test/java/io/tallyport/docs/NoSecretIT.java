package io.tallyport.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.tallyport.sandbox.evidence.Evidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Searches what the tests of all modules left: their reports and logs, what commands said, plan files, and every row of
 * their databases. No secret that a test used is in any of it.
 */
class NoSecretIT {

    /** Set where the whole build runs, so that this test cannot pass by looking at nothing. */
    private static final boolean REQUIRED = "yes".equals(System.getenv("EVIDENCE_REQUIRED"));

    /** Modules whose tests use secrets from end to end. */
    private static final List<String> WITH_EVIDENCE = List.of("runtime", "app-cli");

    private static final List<String> SEARCHED = List.of("surefire-reports", "failsafe-reports", "evidence");

    @Test
    void noSecretIsInAnyReportLogPlanOrRow() throws IOException {
        for (String module : WITH_EVIDENCE) {
            if (!REQUIRED) {
                assumeThat(evidence(module))
                        .as("the tests of %s have not run here: nothing to search", module)
                        .isNotEmpty();
            }
            assertThat(evidence(module)).as("evidence of %s", module).anyMatch(file -> isEnding(file, ".zip"));
        }
        Set<String> secrets = secrets();
        assertThat(secrets).hasSizeGreaterThan(20);
        SecretSearch search = new SecretSearch(secrets);
        List<String> found = new ArrayList<>();
        for (Path module : modules()) {
            for (Path file : left(module)) {
                found.addAll(search.in(file));
            }
        }
        assertThat(found).isEmpty();
    }

    private static List<Path> modules() throws IOException {
        try (Stream<Path> directories = Files.list(Pages.ROOT)) {
            return directories
                    .filter(place -> Files.exists(place.resolve("pom.xml")))
                    .toList();
        }
    }

    private static List<Path> evidence(String module) throws IOException {
        return files(Pages.ROOT.resolve(module).resolve("target/evidence"));
    }

    private static Set<String> secrets() throws IOException {
        Set<String> secrets = new TreeSet<>();
        for (Path module : modules()) {
            Path noted = module.resolve("target/evidence").resolve(Evidence.SECRETS);
            if (Files.exists(noted)) {
                secrets.addAll(Files.readAllLines(noted));
            }
        }
        return secrets;
    }

    private static List<Path> left(Path module) throws IOException {
        List<Path> left = new ArrayList<>();
        for (String place : SEARCHED) {
            left.addAll(files(module.resolve("target").resolve(place)));
        }
        return left;
    }

    private static List<Path> files(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !isEnding(file, Evidence.SECRETS))
                    .toList();
        }
    }

    private static boolean isEnding(Path file, String ending) {
        return Objects.requireNonNull(file.getFileName()).toString().endsWith(ending);
    }
}
