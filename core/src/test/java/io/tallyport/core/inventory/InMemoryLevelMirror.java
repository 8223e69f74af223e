package io.tallyport.core.inventory;

import io.tallyport.core.connection.LocationRef;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.InMemoryTable;
import io.tallyport.core.kernel.Sku;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A mirror in memory. */
public final class InMemoryLevelMirror implements LevelMirror, LevelMirrorSink {

    private static final int MOST_TITLE = 255;
    private static final int MOST_SKU = 1000;
    private static final MirrorState NEW =
            new MirrorState("", 0, 0, Optional.empty(), Optional.empty(), Optional.empty());

    private final InMemoryTable<String, MirrorState> states = new InMemoryTable<>();
    private final InMemoryTable<String, Row> rows = new InMemoryTable<>();

    private record Row(String location, StockLevel level, long revision) {}

    @Override
    public Optional<MirrorState> state(LocationRef location) {
        return states.get(location.toString())
                .map(state -> new MirrorState(
                        state.basis(),
                        state.revision(),
                        of(location).count(),
                        state.mark(),
                        state.refreshed(),
                        state.full()));
    }

    private Stream<Row> of(LocationRef location) {
        return rows.values().stream().filter(row -> row.location().equals(location.toString()));
    }

    @Override
    public void changedAfter(LocationRef location, long revision, Consumer<StockLevel> each) {
        of(location)
                .filter(row -> row.revision() > revision)
                .sorted(Comparator.comparing(Row::revision))
                .toList()
                .forEach(row -> each.accept(row.level()));
    }

    @Override
    public List<StockLevel> ofSkus(LocationRef location, Collection<Sku> skus) {
        Set<Sku> wanted = new HashSet<>(skus);
        return of(location)
                .map(Row::level)
                .filter(level -> level.sku().map(wanted::contains).orElse(false))
                .toList();
    }

    @Override
    public List<StockLevel> ofItems(LocationRef location, Collection<ExternalId> items) {
        return Set.copyOf(items).stream()
                .flatMap(item -> rows.get(key(location, item)).stream())
                .map(Row::level)
                .toList();
    }

    private static String key(LocationRef location, ExternalId item) {
        return location + "\n" + item;
    }

    @Override
    public int put(LocationRef location, long revision, List<StockLevel> levels) {
        states.add(location.toString(), NEW);
        int written = 0;
        for (StockLevel level : levels) {
            Row row = new Row(location.toString(), kept(level), revision);
            Optional<Row> before = rows.get(key(location, level.item()));
            if (before.map(old -> old.level().equals(row.level())).orElse(false)) {
                continue;
            }
            rows.put(key(location, level.item()), row);
            written++;
            before.flatMap(old -> old.level().sku())
                    .filter(old -> !Optional.of(old).equals(row.level().sku()))
                    .ifPresent(left -> touch(location, revision, left));
        }
        return written;
    }

    private static StockLevel kept(StockLevel level) {
        String title = level.title();
        return new StockLevel(
                level.item(),
                level.sku().filter(sku -> sku.value().length() <= MOST_SKU),
                title.substring(0, Math.min(MOST_TITLE, title.length())),
                level.tracked(),
                level.stocking(),
                level.onHand(),
                level.available());
    }

    private void touch(LocationRef location, long revision, Sku left) {
        ofSkus(location, List.of(left))
                .forEach(level -> rows.put(key(location, level.item()), new Row(location.toString(), level, revision)));
    }

    @Override
    public int keepOnly(LocationRef location, long revision, Predicate<ExternalId> seen) {
        List<Row> gone =
                of(location).filter(row -> !seen.test(row.level().item())).toList();
        gone.forEach(row -> rows.remove(key(location, row.level().item())));
        gone.forEach(row -> row.level().sku().ifPresent(left -> touch(location, revision, left)));
        return gone.size();
    }

    @Override
    public boolean advance(LocationRef location, MirrorRead read) {
        states.add(location.toString(), NEW);
        MirrorState before = states.get(location.toString()).orElseThrow();
        boolean marks = read.kind() != MirrorRead.Kind.SOME;
        boolean full = read.kind() == MirrorRead.Kind.EVERYTHING;
        Optional<Instant> at = Optional.of(read.at().truncatedTo(ChronoUnit.MICROS));
        return before.revision() == read.revision() - 1
                && states.replace(
                        location.toString(),
                        before,
                        new MirrorState(
                                full ? read.basis() : before.basis(),
                                read.revision(),
                                0,
                                marks ? Optional.of(read.mark()) : before.mark(),
                                marks ? at : before.refreshed(),
                                full ? at : before.full()));
    }
}
