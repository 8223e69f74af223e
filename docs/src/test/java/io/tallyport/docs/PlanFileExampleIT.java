package io.tallyport.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.inventory.PlanFiles;
import io.tallyport.core.inventory.PlanRow;
import io.tallyport.core.inventory.StockPlan;
import io.tallyport.runtime.Tallyport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of a plan file is one that the program reads, and would write again just so. */
class PlanFileExampleIT {

    private static final Path EXAMPLE = Pages.ROOT.resolve("docs/examples/stock-plan.json");

    @TempDir
    Path directory;

    private Tallyport tallyport;

    @BeforeEach
    void start() {
        tallyport = Tallyport.builder()
                .dataDirectory(directory)
                .environment(Map.of())
                .start();
    }

    @AfterEach
    void close() {
        tallyport.close();
    }

    @Test
    void theExampleIsReadAndWrittenAgainByteForByte() throws IOException {
        PlanFiles files = tallyport.plans().files();
        StockPlan plan = files.open(EXAMPLE);
        List<PlanRow> rows = new ArrayList<>();
        files.rows(EXAMPLE, rows::add);
        assertThat(plan.counts().byAction().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(rows.size());

        Path again = directory.resolve("again.json");
        files.write(again, plan, rows.stream());
        assertThat(Files.readString(again)).isEqualTo(Files.readString(EXAMPLE));
    }

    @Test
    void thePageShowsTheExample() throws IOException {
        assertThat(Pages.blocks("docs/plan-file.md", "json")).containsExactly(Files.readString(EXAMPLE));
    }
}
