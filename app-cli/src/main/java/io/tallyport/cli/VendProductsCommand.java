package io.tallyport.cli;

import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Sku;
import io.tallyport.core.purchasing.sync.RemoteConsignments;
import io.tallyport.runtime.Tallyport;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Finds products. */
@Command(
        name = "products",
        description =
                "Finds the store's products that bear a SKU, as a purchase order would; ends with 1 when none does.",
        footer = {"", "Example:", "  tallyport vend products PEA-1"})
final class VendProductsCommand implements Callable<Integer> {

    @Parameters(paramLabel = "SKU", description = "The SKU.")
    private @Nullable String sku;

    @Mixin
    private VendStore store = new VendStore();

    private final Shell shell;

    VendProductsCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Sku wanted = new Sku(Specs.given(sku));
        try (Tallyport tallyport = shell.open();
                RemoteConsignments remote = RemoteConsignments.open(tallyport.connectors(), store.id(tallyport))) {
            Map<Sku, Set<ExternalId>> found = remote.items().itemsOf(Set.of(wanted));
            List<String> items = found.getOrDefault(wanted, Set.of()).stream()
                    .map(ExternalId::value)
                    .sorted()
                    .toList();
            shell.answer(Map.of("sku", wanted.value(), "items", items), screen -> print(screen, wanted, items));
            return items.isEmpty() ? ExitCode.FAILURE : ExitCode.OK;
        }
    }

    private static void print(Screen screen, Sku wanted, List<String> items) {
        if (items.isEmpty()) {
            screen.attention("No product has the SKU " + wanted + ".");
        } else if (items.size() > 1) {
            screen.attention(items.size() + " products have the SKU " + wanted + "; an order of it would be held:");
        }
        items.forEach(screen::line);
    }
}
