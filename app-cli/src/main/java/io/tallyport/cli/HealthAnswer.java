package io.tallyport.cli;

import io.tallyport.core.connection.Health;
import io.tallyport.core.kernel.ConnectionId;
import java.util.List;

/** Whether a connection works, as it is shown. */
record HealthAnswer(String name, boolean well, String summary, List<String> problems) {

    static HealthAnswer of(ConnectionId id, Health health) {
        return new HealthAnswer(id.value(), health.isWell(), health.summary(), health.problems());
    }

    /** Shows it; ends with 1 when there are problems. */
    int show(Shell shell) {
        shell.answer(this, screen -> {
            if (well) {
                screen.good("✓ " + name + ": " + summary);
            } else {
                screen.attention("✗ " + name + ": " + summary);
                problems.forEach(problem -> screen.line("  - " + problem));
            }
        });
        return well ? ExitCode.OK : ExitCode.FAILURE;
    }
}
