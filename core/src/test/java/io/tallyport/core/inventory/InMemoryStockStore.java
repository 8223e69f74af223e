package io.tallyport.core.inventory;

import io.tallyport.core.connection.LocationRef;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.InMemoryTable;
import io.tallyport.core.kernel.RouteId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Acknowledged levels and last reads in memory. */
public final class InMemoryStockStore implements StockStore {

    private final InMemoryTable<String, Acknowledged> levels = new InMemoryTable<>();
    private final InMemoryTable<String, LastRead> reads = new InMemoryTable<>();

    @Override
    public List<Acknowledged> acknowledged(RouteId route, Collection<ExternalId> targetItems) {
        return targetItems.stream()
                .distinct()
                .flatMap(item -> levels.get(route + "/" + item).stream())
                .toList();
    }

    @Override
    public void acknowledged(RouteId route, Consumer<Acknowledged> each) {
        levels.copy().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(route + "/"))
                .forEach(entry -> each.accept(entry.getValue()));
    }

    @Override
    public void acknowledge(RouteId route, List<Acknowledged> added) {
        for (Acknowledged level : added) {
            levels.put(
                    route + "/" + level.targetItem(),
                    new Acknowledged(
                            level.targetItem(), level.quantity(), level.at().truncatedTo(ChronoUnit.MICROS)));
        }
    }

    @Override
    public Optional<LastRead> lastRead(LocationRef location) {
        return reads.get(location.toString());
    }

    @Override
    public void remember(LocationRef location, LastRead read) {
        reads.put(
                location.toString(),
                new LastRead(read.rows(), read.watermark(), read.at().truncatedTo(ChronoUnit.MICROS)));
    }
}
