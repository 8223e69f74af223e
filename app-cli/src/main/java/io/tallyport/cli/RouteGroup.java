package io.tallyport.cli;

import picocli.CommandLine.Command;

/** What can be done with routes. */
@Command(
        name = "route",
        description = "Ways for stock to travel, from one location to another.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Example:", "  tallyport route list"},
        subcommands = {
            RouteAddCommand.class,
            RouteListCommand.class,
            RouteShowCommand.class,
            RouteSetCommand.class,
            RouteScheduleCommand.class,
            RoutePauseCommand.class,
            RouteResumeCommand.class,
            RouteRemoveCommand.class
        })
final class RouteGroup {}
