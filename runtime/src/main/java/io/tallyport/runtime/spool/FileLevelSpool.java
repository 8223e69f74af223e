package io.tallyport.runtime.spool;

import io.tallyport.core.inventory.LevelSpool;
import io.tallyport.core.inventory.ReadPoint;
import io.tallyport.core.inventory.StockLevel;
import io.tallyport.core.kernel.ExternalId;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A spool in a file: each checkpoint adds a sorted run, and reading back merges the runs. */
final class FileLevelSpool implements LevelSpool {

    private final HeldFile held;
    private final SpoolFile file;
    private final Instant begun;
    private final RunBuffer buffer = new RunBuffer();
    private final ItemIndex index = new ItemIndex();
    private final RowView view = new RowView();
    private final List<SpoolRun> runs = new ArrayList<>();
    private Optional<ReadPoint> reached = Optional.empty();
    private boolean repeated;
    private boolean repeatedInRun;

    private FileLevelSpool(HeldFile held, SpoolFile file, Instant begun) {
        this.held = held;
        this.file = file;
        this.begun = begun;
    }

    /** A new spool in an empty file. */
    static FileLevelSpool create(HeldFile held, String identity, Instant begun) throws IOException {
        SpoolFile file = new SpoolFile(held.channel());
        file.append(SpoolFile.HEAD, out -> {
            out.writeLong(begun.getEpochSecond());
            out.writeInt(begun.getNano());
            SpoolPoints.text(identity, out);
        });
        return new FileLevelSpool(held, file, begun);
    }

    /**
     * The spool in a file that somebody left.
     *
     * @throws IOException when it is another's, or not what was written
     */
    static FileLevelSpool goOn(HeldFile held, String identity) throws IOException {
        SpoolFile file = new SpoolFile(held.channel());
        SpoolFile.Part head = file.next();
        if (head.kind() != SpoolFile.HEAD) {
            throw new IOException("it has no head");
        }
        FileLevelSpool spool;
        try (var in = file.content(head)) {
            Instant begun = Instant.ofEpochSecond(in.readLong(), in.readInt());
            if (!SpoolPoints.text(in).equals(identity)) {
                throw new IOException("it belongs to another read");
            }
            spool = new FileLevelSpool(held, file, begun);
        }
        spool.goOn(head);
        return spool;
    }

    private void goOn(SpoolFile.Part head) throws IOException {
        SpoolFile.Part last = head;
        List<SpoolRun> found = new ArrayList<>();
        try {
            while (true) {
                SpoolFile.Part part = file.next();
                if (part.kind() == SpoolFile.POINT) {
                    reached = Optional.of(SpoolPoints.read(file.content(part)));
                    last = part;
                    runs.addAll(found);
                    found.clear();
                } else {
                    found.add(new SpoolRun(runs.size() + found.size(), part.from(), part.to()));
                }
            }
        } catch (EOFException whereTheProcessEnded) {
            file.endWith(last);
        }
        for (SpoolRun run : runs) {
            RunReader reader = new RunReader(file.channel(), run, RunMerge.bufferSize(1));
            while (reader.next()) {
                repeated |= index.put(reader.row().itemHash(), run.number()) != ItemIndex.NOWHERE;
            }
        }
    }

    @Override
    public Instant begun() {
        return begun;
    }

    @Override
    public Optional<ReadPoint> reached() {
        return reached;
    }

    @Override
    public void add(List<StockLevel> levels) {
        for (StockLevel level : levels) {
            int before = index.put(buffer.add(level, view).itemHash(), runs.size());
            repeated |= before != ItemIndex.NOWHERE;
            repeatedInRun |= before == runs.size();
            if (buffer.isFull()) {
                endRun();
            }
        }
    }

    private void endRun() {
        if (buffer.isEmpty()) {
            return;
        }
        try {
            SpoolFile.Part part = file.append(SpoolFile.RUN, buffer.inOrder(repeatedInRun));
            runs.add(new SpoolRun(runs.size(), part.from(), part.to()));
            buffer.clear();
            repeatedInRun = false;
        } catch (IOException failed) {
            throw held.failed(failed);
        }
    }

    @Override
    public void checkpoint(ReadPoint point) {
        endRun();
        try {
            file.append(SpoolFile.POINT, out -> SpoolPoints.write(point, out));
            reached = Optional.of(point);
        } catch (IOException failed) {
            throw held.failed(failed);
        }
    }

    @Override
    public long items() {
        return index.size();
    }

    @Override
    public Iterator<StockLevel> inOrder() {
        endRun();
        try {
            return new SafeRows(new RunMerge(file.channel(), runs, this::isLast));
        } catch (UncheckedIOException failed) {
            throw held.failed(failed.getCause());
        }
    }

    /** Whether nothing came later for the item of the row on which that run stands. */
    private boolean isLast(RunReader reader) {
        return !repeated || index.get(reader.row().itemHash()) == reader.number();
    }

    @Override
    public Collection<StockLevel> of(Set<ExternalId> items) {
        endRun();
        List<StockLevel> found = new ArrayList<>();
        try {
            for (SpoolRun run : runs) {
                RunReader reader = new RunReader(file.channel(), run, RunMerge.bufferSize(1));
                while (reader.next()) {
                    if (isLast(reader) && items.contains(reader.row().item())) {
                        found.add(reader.row().level());
                    }
                }
            }
        } catch (UncheckedIOException failed) {
            throw held.failed(failed.getCause());
        }
        return found;
    }

    @Override
    public void discard() {
        held.delete();
    }

    @Override
    public void close() {
        held.close();
    }

    /** Rows whose failures say which file failed. */
    private final class SafeRows implements Iterator<StockLevel> {

        private final RunMerge rows;

        SafeRows(RunMerge rows) {
            this.rows = rows;
        }

        @Override
        public boolean hasNext() {
            return rows.hasNext();
        }

        @Override
        public StockLevel next() {
            try {
                return rows.next();
            } catch (UncheckedIOException failed) {
                throw held.failed(failed.getCause());
            }
        }
    }
}
