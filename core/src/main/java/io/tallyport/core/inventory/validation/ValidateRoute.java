package io.tallyport.core.inventory.validation;

import io.tallyport.core.catalog.ProductSource;
import io.tallyport.core.catalog.VariantShelf;
import io.tallyport.core.catalog.VariantShelves;
import io.tallyport.core.inventory.RouteComparison;
import io.tallyport.core.kernel.Progress;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.core.kernel.Sku;
import io.tallyport.core.kernel.UnitOfWork;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares what both ends of a route have and show, and keeps what it found; writes to neither.
 *
 * <p>Items are matched as a plan matches them. However many there are, a few hundred rows are held at a time: levels and
 * products stand outside of memory, rows go to the store as they are made.
 */
public final class ValidateRoute {

    /** How many validations of a route and kind are kept. */
    public static final int KEPT = 3;

    private static final Logger LOG = LoggerFactory.getLogger(ValidateRoute.class);

    private final RouteComparison comparison;
    private final VariantShelves shelves;
    private final ValidationStore store;
    private final UnitOfWork unitOfWork;
    private final Clock clock;

    public ValidateRoute(
            RouteComparison comparison,
            VariantShelves shelves,
            ValidationStore store,
            UnitOfWork unitOfWork,
            Clock clock) {
        this.comparison = comparison;
        this.shelves = shelves;
        this.store = store;
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    /**
     * What to validate.
     *
     * @param top SKUs by how well they sell, the best first; they come first in reports
     * @param only these SKUs and no other, each of which must be there; none for all
     */
    public record Request(RouteId route, ValidationKind kind, PriceTolerance tolerance, List<Sku> top, Set<Sku> only) {

        public Request {
            top = List.copyOf(top);
            only = Set.copyOf(only);
        }
    }

    /**
     * Validates a route.
     *
     * @throws IllegalArgumentException when there is no such route
     * @throws io.tallyport.core.kernel.PortException when an end cannot be read; what was kept of it is found by nobody
     */
    public Validation validate(Request request, Progress progress) {
        ValidationId id = new ValidationId(UUID.randomUUID().toString());
        Instant started = now();
        unitOfWork.inOne(() -> store.begin(id, request.route(), request.kind(), started));
        Validation validation = comparison.compare(request.route(), progress, reading -> {
            try (Products source = products(request, reading.sourceProducts(), "source", progress);
                    Products target = products(request, reading.targetProducts(), "target", progress)) {
                ValidationRun run = new ValidationRun(request, new LoneRows(source.read(), target.read()), rows(id));
                reading.rows(run::add);
                return run.end(reading, new Validation.Frame(id, started, now()));
            }
        });
        unitOfWork.inOne(() -> store.end(validation));
        store.prune(request.route(), request.kind(), KEPT);
        LOG.info(
                "validated route {}, {}: {} of {} rows are off{}",
                request.route(),
                request.kind(),
                validation.off(),
                validation.rows(),
                validation.isProven() ? "" : ", and a read could not prove that it saw everything");
        return validation;
    }

    private ValidationRun.Output rows(ValidationId id) {
        return (number, rows) -> unitOfWork.inOne(() -> store.add(id, number, rows));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** The products of one side with their shelf; none where they are not needed or cannot be told. */
    private record Products(Optional<ProductRead> read) implements AutoCloseable {
        @Override
        public void close() {
            read.ifPresent(one -> one.shelf().close());
        }
    }

    private Products products(Request request, Optional<ProductSource> source, String side, Progress progress) {
        if (!request.kind().readsProducts() || source.isEmpty()) {
            return new Products(Optional.empty());
        }
        VariantShelf shelf = shelves.open();
        try {
            return new Products(
                    Optional.of(ProductRead.of(source.get(), shelf, "reading products of the " + side, progress)));
        } catch (RuntimeException failed) {
            shelf.close();
            throw failed;
        }
    }
}
