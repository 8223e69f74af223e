package io.tallyport.cli;

import io.tallyport.core.inventory.Choice;
import io.tallyport.core.kernel.Sku;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which products: by SKU or by category. */
final class ChosenProducts {

    @Option(names = "--products", split = ",", paramLabel = "SKU", description = "Just these SKUs, apart by commas.")
    private List<String> products = new ArrayList<>();

    @Option(
            names = "--category",
            paramLabel = "NAME",
            description = "Those of a category, by its name or its path; needs an end that tells products.")
    private @Nullable String category;

    Choice choice() {
        if (category != null) {
            return Choice.ofCategory(category);
        }
        return Choice.of(
                products.stream().filter(Sku::isPresent).map(Sku::new).collect(Collectors.toUnmodifiableSet()));
    }
}
