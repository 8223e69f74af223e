package io.tallyport.cli;

import picocli.CommandLine.Option;

/** Whether a sync only shows what it would do; one of the two must be said. */
final class DryOrConfirm {

    @Option(names = "--dry-run", required = true, description = "Only plan, and show what would be done.")
    private boolean dryRun;

    @Option(names = "--confirm", required = true, description = "Plan, and write what needs no person.")
    private boolean confirm;

    boolean isDryRun() {
        return dryRun && !confirm;
    }
}
