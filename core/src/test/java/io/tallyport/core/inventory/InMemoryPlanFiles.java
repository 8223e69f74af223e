package io.tallyport.core.inventory;

import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** Plan files whose content stays in memory; the file on disk holds only the hash, so that it can be moved. */
public final class InMemoryPlanFiles implements PlanFiles {

    private record Content(StockPlan plan, List<PlanRow> rows) {}

    private final Map<String, Content> byHash = new HashMap<>();

    @Override
    public StockPlan write(Path file, PlanHeader header, Rows rows) {
        String hash = UUID.randomUUID().toString();
        List<PlanRow> found = new ArrayList<>();
        StockPlan plan = StockPlan.of(header, rows.writeTo(found::add), hash);
        byHash.put(hash, new Content(plan, found));
        try {
            Files.writeString(file, hash);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
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

    private Content content(Path file) {
        try {
            Content content = byHash.get(Files.readString(file));
            if (content == null) {
                throw new PortException.Rejected(FailureContext.of("open plan"), "not a plan: " + file);
            }
            return content;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
