package io.tallyport.cli;

import picocli.CommandLine.Command;

/** What can be done with schedules. */
@Command(
        name = "schedule",
        description = {
            "Says which jobs come again and again. Whoever of the workers is first enqueues each of them once.",
            "A route's cycles are scheduled with route schedule."
        },
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Example:", "  tallyport schedule list"},
        subcommands = {
            ScheduleListCommand.class,
            ScheduleAddCommand.class,
            ScheduleRemoveCommand.class,
            SchedulePauseCommand.class,
            ScheduleResumeCommand.class,
            ScheduleRunCommand.class
        })
final class ScheduleGroup {}
