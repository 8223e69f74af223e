package io.tallyport.benchmarks;

import io.tallyport.core.inventory.PlanFiles;
import io.tallyport.core.inventory.PlanRow;
import io.tallyport.core.inventory.StockPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Plans by the name of a file that is never written. */
final class MemoryPlanFiles implements PlanFiles {

    private record Content(StockPlan plan, List<PlanRow> rows) {}

    private final Map<Path, Content> contents = new ConcurrentHashMap<>();

    @Override
    public StockPlan write(Path file, StockPlan content, Stream<PlanRow> rows) {
        StockPlan plan = content.withHash(file.toString());
        contents.put(file, new Content(plan, rows.toList()));
        return plan;
    }

    @Override
    public StockPlan open(Path file) {
        return content(file).plan();
    }

    @Override
    public void rows(Path file, Consumer<PlanRow> each) {
        content(file).rows().forEach(each);
    }

    @Override
    public StockPlan copy(Path from, Path to, StockPlan content, UnaryOperator<PlanRow> change) {
        return write(to, content, content(from).rows().stream().map(change));
    }

    private Content content(Path file) {
        return Objects.requireNonNull(contents.get(file), () -> "no plan " + file);
    }
}
