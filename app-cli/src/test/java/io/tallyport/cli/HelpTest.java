package io.tallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class HelpTest {

    @TempDir
    Path directory;

    @Test
    void everyCommandHasADescriptionAndAnExampleThatNamesIt() {
        List<CommandLine> commands = all(ColonFormTest.commandLine());
        assertThat(commands).hasSizeGreaterThan(35);
        for (CommandLine command : commands) {
            String name = command.getCommandSpec().qualifiedName();
            String footer =
                    String.join("\n", command.getCommandSpec().usageMessage().footer());
            assertThat(footer).as("footer of %s", name).contains("Example:").contains(name);
            assertThat(command.getCommandSpec().usageMessage().description())
                    .as("description of %s", name)
                    .isNotEmpty();
        }
    }

    @Test
    void everyOptionSaysWhatItIs() {
        for (CommandLine command : all(ColonFormTest.commandLine())) {
            command.getCommandSpec().options().stream()
                    .filter(option -> !option.hidden())
                    .forEach(option -> assertThat(option.description())
                            .as(
                                    "%s of %s",
                                    option.longestName(),
                                    command.getCommandSpec().qualifiedName())
                            .isNotEmpty());
        }
    }

    @Test
    void everyCommandTakesTheGlobalOptions() {
        for (CommandLine command : all(ColonFormTest.commandLine())) {
            assertThat(command.getCommandSpec().optionsMap().keySet())
                    .as(command.getCommandSpec().qualifiedName())
                    .contains("--json", "--verbose", "--data", "--no-color", "--help");
        }
    }

    @Test
    void helpIsGivenInAllItsForms() {
        Terminal terminal = new Terminal(directory);
        for (Terminal.Outcome outcome : List.of(
                terminal.run("help", "stock", "plan"),
                terminal.run("help", "stock:plan"),
                terminal.run("stock", "plan", "--help"),
                terminal.run("stock:plan", "-h"))) {
            assertThat(outcome.exit()).isZero();
            assertThat(outcome.out()).contains("Usage: tallyport stock plan").contains("--activate");
            assertThat(outcome.err()).isEmpty();
        }
    }

    @Test
    void completionIsAScriptOfTheShell() {
        Terminal.Outcome outcome = new Terminal(directory).run("generate-completion");
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out()).startsWith("#!/usr/bin/env bash").contains("tallyport");
    }

    private static List<CommandLine> all(CommandLine root) {
        List<CommandLine> commands = new ArrayList<>(List.of(root));
        root.getSubcommands().values().forEach(command -> commands.addAll(all(command)));
        return commands;
    }
}
