package io.tallyport.cli;

import io.tallyport.core.history.AuditEntry;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.purchasing.PartnerKind;
import io.tallyport.core.purchasing.PartnerMapping;
import io.tallyport.core.purchasing.PartnerMappingStore;
import io.tallyport.runtime.Tallyport;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what a name is at a platform. */
@Command(
        name = "map",
        description = {
            "Says what the name of a supplier or an outlet, or a SKU, is at the platform: by its id there.",
            "It is never guessed. Without a name, lists what is mapped."
        },
        footer = {
            "",
            "Example:",
            "  tallyport po map till",
            "  tallyport po map till supplier Acme 0af7b240-abd7-11e7-eddc-1cf9fd8d0fd0",
            "  tallyport po map till item MUG-1 --remove"
        })
final class PoMapCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "CONNECTION", description = "The connection.")
    private @Nullable ConnectionId connection;

    @Parameters(index = "1", arity = "0..1", paramLabel = "KIND", description = "supplier, outlet or item.")
    private @Nullable PartnerKind kind;

    @Parameters(
            index = "2",
            arity = "0..1",
            paramLabel = "NAME",
            description = "As orders have it; of an item the SKU.")
    private @Nullable String name;

    @Parameters(index = "3", arity = "0..1", paramLabel = "REMOTE-ID", description = "Its id at the platform.")
    private @Nullable String remote;

    @Option(names = "--remove", description = "The name stands for nothing any more.")
    private boolean remove;

    @Spec
    private @Nullable CommandSpec spec;

    private final Shell shell;

    PoMapCommand(Shell shell) {
        this.shell = shell;
    }

    private record View(String connection, String kind, String name, String remote) {

        static View of(PartnerMapping mapping) {
            return new View(
                    mapping.connection().value(),
                    Choices.word(mapping.kind()),
                    mapping.name(),
                    mapping.remote().value());
        }
    }

    @Override
    public Integer call() {
        if (kind != null && (name == null || (remote == null) != remove)) {
            throw Specs.misuse(spec, "give KIND, NAME and REMOTE-ID, or KIND, NAME and --remove, or neither to list");
        }
        ConnectionId id = Specs.given(connection);
        try (Tallyport tallyport = shell.open()) {
            if (tallyport.connections().find(id).isEmpty()) {
                throw new IllegalArgumentException("there is no connection \"" + id + "\"");
            }
            if (kind != null && name != null) {
                change(tallyport, id, kind, name);
            }
            List<View> views = tallyport.purchasing().stores().partners().of(id).stream()
                    .map(View::of)
                    .toList();
            shell.answer(views, screen -> print(screen, views));
            return ExitCode.OK;
        }
    }

    private void change(Tallyport tallyport, ConnectionId id, PartnerKind what, String called) {
        PartnerMappingStore partners = tallyport.purchasing().stores().partners();
        String action = remote == null ? "partner removed" : "partner mapped";
        tallyport.purchasing().stores().unitOfWork().inOne(() -> {
            if (remote == null) {
                if (!partners.remove(id, what, called)) {
                    throw new IllegalArgumentException(
                            "the " + Choices.word(what) + " \"" + called + "\" is not mapped at \"" + id + "\"");
                }
            } else {
                partners.put(new PartnerMapping(id, what, called, new ExternalId(remote)));
            }
            tallyport
                    .history()
                    .audit()
                    .record(new AuditEntry(
                            shell.clock().instant(),
                            shell.actor(),
                            action,
                            id.value(),
                            Choices.word(what) + " " + called + (remote == null ? "" : " is " + remote)));
        });
    }

    private static void print(Screen screen, List<View> views) {
        if (views.isEmpty()) {
            screen.line("Nothing is mapped there.");
            return;
        }
        Table table = Table.of("KIND", "NAME", "REMOTE-ID");
        views.forEach(view -> table.row(view.kind(), view.name(), view.remote()));
        screen.table(table);
    }
}
