package io.tallyport.benchmarks;

import io.tallyport.core.connection.Platform;
import io.tallyport.core.inventory.validation.PriceTolerance;
import io.tallyport.core.inventory.validation.ValidateRoute;
import io.tallyport.core.inventory.validation.Validation;
import io.tallyport.core.inventory.validation.ValidationKind;
import io.tallyport.core.kernel.Progress;
import io.tallyport.runtime.Tallyport;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** One process that validates a route between two computed shops as the product does, into the embedded database. */
final class ValidateWorker {

    private ValidateWorker() {}

    /** The data directory, how many rows, and how many of them differ. */
    public static void main(String[] args) {
        LargeShops shops = new LargeShops(Integer.parseInt(args[1]), Integer.parseInt(args[2]));
        try (Tallyport tallyport = Tallyport.builder()
                .dataDirectory(Path.of(args[0]))
                .connector(new LargeShopConnector(new Platform("pos"), shops.source()))
                .connector(new LargeShopConnector(new Platform("shop"), shops.target()))
                .start()) {
            if (tallyport.routes().find(PlanWorker.ROUTE).isEmpty()) {
                PlanWorker.route(tallyport);
            }
            Stopwatch watch = new Stopwatch();
            Validation validation = tallyport
                    .validation()
                    .validate()
                    .validate(
                            new ValidateRoute.Request(
                                    PlanWorker.ROUTE, ValidationKind.FULL, PriceTolerance.EXACT, List.of(), Set.of()),
                            Progress.NONE);
            System.out.println(watch.line(validation.off()) + " " + HeapPeak.megabytes());
        }
    }
}
