package io.tallyport.cli;

import io.tallyport.core.connection.RotateMasterKey;
import io.tallyport.core.connection.Secret;
import io.tallyport.runtime.Tallyport;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Goes over to another master key. */
@Command(
        name = "rotate-key",
        description = {
            "Encrypts all stored secrets under another master key.",
            "A key in the file master.key is replaced by a new one, and kept beside it for backups from before;",
            "programs that run go on. A key in TALLYPORT_MASTER_KEY is replaced by one that you make and put there."
        },
        footer = {
            "",
            "Example:",
            "  tallyport secrets rotate-key",
            "  NEXT_KEY=$(openssl rand -base64 32) tallyport secrets rotate-key --new-key-env NEXT_KEY"
        })
final class SecretsRotateKeyCommand implements Callable<Integer> {

    @Option(
            names = "--new-key-env",
            paramLabel = "VAR",
            description = "Take the new key from this environment variable: 32 random bytes in base64.")
    private @Nullable String variable;

    @Spec
    private @Nullable CommandSpec spec;

    private final Shell shell;

    SecretsRotateKeyCommand(Shell shell) {
        this.shell = shell;
    }

    private record View(String oldKey, String newKey, int secrets, String advice) {}

    @Override
    public Integer call() {
        Optional<Secret> given = Optional.ofNullable(variable)
                .map(name -> SecretSource.fromVariable(shell, spec, name, "--new-key-env"));
        try (Tallyport tallyport = shell.open()) {
            RotateMasterKey.Rotated rotated = tallyport.rotateMasterKey().rotate(given, shell.actor());
            View view = new View(rotated.oldId(), rotated.newId(), rotated.secrets(), rotated.advice());
            shell.answer(view, screen -> {
                screen.good("Secrets encrypted anew: " + view.secrets() + ", under the key " + view.newKey()
                        + " in place of " + view.oldKey() + ".");
                screen.line(view.advice());
            });
        }
        return ExitCode.OK;
    }
}
