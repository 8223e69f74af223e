package io.tallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ColonFormTest {

    private final ColonForm form = new ColonForm(commandLine());

    static CommandLine commandLine() {
        CliSettings settings = new CliSettings(
                Map.of(), Path.of(""), Path.of(""), "tester", false, Clock.systemUTC(), close -> close.run());
        GlobalOptions options = new GlobalOptions();
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        Shell shell = new Shell(settings, options, nowhere, nowhere, new BufferedReader(new StringReader("")));
        return new TallyportCli(settings).commandLine(shell, options);
    }

    @Test
    void splitsTheCommandOfAGroup() {
        assertThat(form.rewrite("stock:plan", "main", "--activate"))
                .containsExactly("stock", "plan", "main", "--activate");
        assertThat(form.rewrite("connection:add")).containsExactly("connection", "add");
    }

    @Test
    void findsTheCommandBehindOptionsAndTheirValues() {
        assertThat(form.rewrite("--json", "--data", "a:b", "runs:list", "--limit", "3"))
                .containsExactly("--json", "--data", "a:b", "runs", "list", "--limit", "3");
        assertThat(form.rewrite("--data=x", "runs:list")).containsExactly("--data=x", "runs", "list");
    }

    @Test
    void leavesValuesAlone() {
        assertThat(form.rewrite("stock", "show", "stock:plan")).containsExactly("stock", "show", "stock:plan");
        assertThat(form.rewrite("stop", "--reason", "stock:plan")).containsExactly("stop", "--reason", "stock:plan");
    }

    @Test
    void leavesUnknownGroupsToTheParser() {
        assertThat(form.rewrite("stok:plan")).containsExactly("stok:plan");
        assertThat(form.rewrite(":plan")).containsExactly(":plan");
        assertThat(form.rewrite()).isEmpty();
    }

    @Test
    void splitsAfterHelpToo() {
        assertThat(form.rewrite("help", "stock:plan")).containsExactly("help", "stock", "plan");
    }

    @Test
    void knowsEveryCommandOfEveryGroupInBothForms() {
        commandLine()
                .getSubcommands()
                .forEach((group, command) -> command.getSubcommands()
                        .keySet()
                        .forEach(name ->
                                assertThat(form.rewrite(group + ":" + name)).containsExactly(group, name)));
    }
}
