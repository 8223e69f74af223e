package io.tallyport.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tallyport.persistence.TestDatabase;
import io.tallyport.persistence.TestDatabases;
import io.tallyport.sandbox.SandboxSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * There is no room for the plan file. A process that may write files of 60 kB only stands for the full disk: the system
 * refuses its next byte in the same way. The rows read fit, the
 * plan does not. The database is a server, which writes without that limit.
 */
class DiskFullIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabases.mariadb();

    private static final SandboxSettings SHOPS =
            SandboxSettings.defaults().withSkus(400).withWideLimits();

    @TempDir
    Path directory;

    @Test
    void theFileIsNamedAndNeitherAFileNorAPlanIsLeft() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs a shell that can limit a process");
        Map<String, String> environment = Map.of(
                "TALLYPORT_DB_URL", DATABASE.settings().url(),
                "TALLYPORT_DB_USER", DATABASE.settings().user(),
                "TALLYPORT_DB_PASSWORD", DATABASE.settings().password());
        try (SandboxHouse house = new SandboxHouse(
                Tallyport.builder().dataDirectory(directory).environment(environment), directory, SHOPS)) {
            Path file = directory.resolve("large.json");
            Path log = directory.resolve("child.log");
            Process child = child(environment, file, log);
            assertThat(child.waitFor(5, TimeUnit.MINUTES)).isTrue();

            assertThat(child.exitValue()).as(Files.readString(log)).isEqualTo(PlanInChild.COULD_NOT);
            assertThat(Files.readString(log)).contains(file.toString(), "could not be written", "make room");
            assertThat(directory.resolve("large.json.part")).doesNotExist();
            assertThat(file).doesNotExist();
            assertThat(house.tallyport.plans().store().recent(5)).isEmpty();
            assertThat(house.rows(house.plan())).hasSizeGreaterThan(200);
        }
    }

    /** The JVM's own statistics file would meet the limit first. */
    private Process child(Map<String, String> environment, Path file, Path log) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(
                "/bin/sh",
                "-c",
                "ulimit -f 120; exec \"$@\"",
                "sh",
                java,
                "-XX:-UsePerfData",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                PlanInChild.class.getName(),
                directory.toString(),
                file.toString());
        builder.environment().putAll(environment);
        return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }
}
