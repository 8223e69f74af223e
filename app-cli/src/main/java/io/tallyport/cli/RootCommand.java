package io.tallyport.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The program itself: its groups and its single commands. */
@Command(
        name = "tallyport",
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Keeps stock in step between POS systems and shops: planned, approved, applied.",
            "Commands of a group are also known with a colon: stock:plan is stock plan."
        },
        footer = {
            "",
            "Exit codes: 0 done, 1 failed, 2 not understood, 3 partly done or held for a person.",
            "",
            "Example:",
            "  tallyport demo",
            "  tallyport stock plan main",
            "  tallyport help stock apply"
        },
        subcommands = {
            ConnectionGroup.class,
            RouteGroup.class,
            StockGroup.class,
            RulesGroup.class,
            BufferGroup.class,
            ConflictGroup.class,
            SkuGroup.class,
            FindSkuMismatchesCommand.class,
            SuggestSkuMappingsCommand.class,
            LightspeedSyncCommand.class,
            ManualSyncCommand.class,
            PriorityInventoryUpdateCommand.class,
            RestoreInventoryCommand.class,
            VerifyRollbackCommand.class,
            PoGroup.class,
            CountGroup.class,
            VendGroup.class,
            SyncGroup.class,
            SyncValidationCommand.class,
            QueueGroup.class,
            WorkerGroup.class,
            ScheduleGroup.class,
            WebhookGroup.class,
            TokenGroup.class,
            RunsGroup.class,
            HistoryGroup.class,
            StatusCommand.class,
            DoctorCommand.class,
            HealthCheckCommand.class,
            StopCommand.class,
            ResumeCommand.class,
            ConfigGroup.class,
            SecretsGroup.class,
            DbGroup.class,
            SandboxCommand.class,
            DemoCommand.class,
            VersionCommand.class,
            CompletionCommand.class,
            HelpCommand.class
        })
final class RootCommand {

    @Mixin
    private final GlobalOptions options;

    RootCommand(GlobalOptions options) {
        this.options = options;
    }

    GlobalOptions options() {
        return options;
    }
}
