package io.tallyport.runtime.spool;

import io.tallyport.core.catalog.Variant;
import io.tallyport.core.catalog.VariantShelf;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Sku;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A shelf in a file: variants one behind the other, and in memory where each begins, by item and by SKU. */
final class FileVariantShelf implements VariantShelf {

    private static final int FLUSHED_AT = 1 << 18;
    private static final int FIRST_READ = 4096;

    private final HeldFile held;
    private final PlaceIndex byItem = new PlaceIndex();
    private final PlaceIndex bySku = new PlaceIndex();
    private final ByteArrayOutputStream unwritten = new ByteArrayOutputStream(FLUSHED_AT + FIRST_READ);
    private long written;

    FileVariantShelf(HeldFile held) {
        this.held = held;
    }

    @Override
    public void put(Collection<Variant> variants) {
        try {
            for (Variant variant : variants) {
                long place = written + unwritten.size();
                byte[] bytes = VariantBytes.write(variant);
                new DataOutputStream(unwritten).writeInt(bytes.length);
                unwritten.write(bytes);
                byItem.replace(variant.item().value(), place);
                variant.sku().ifPresent(sku -> bySku.add(sku.value(), place));
                if (unwritten.size() >= FLUSHED_AT) {
                    flush();
                }
            }
        } catch (IOException failed) {
            throw held.failed(failed);
        }
    }

    private void flush() throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(unwritten.toByteArray());
        while (bytes.hasRemaining()) {
            written += held.channel().write(bytes, written);
        }
        unwritten.reset();
    }

    @Override
    public long items() {
        return byItem.size();
    }

    @Override
    public Optional<Variant> of(ExternalId item) {
        for (long place : byItem.places(item.value())) {
            Variant found = read(place);
            if (found.item().equals(item)) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    @Override
    public List<Variant> of(Sku sku) {
        List<Variant> found = new ArrayList<>();
        for (long place : bySku.places(sku.value())) {
            Variant variant = read(place);
            boolean isLast = byItem.holds(variant.item().value(), place);
            if (isLast && variant.sku().filter(sku::equals).isPresent()) {
                found.add(variant);
            }
        }
        return found;
    }

    private Variant read(long place) {
        try {
            if (unwritten.size() > 0) {
                flush();
            }
            ByteBuffer first = ByteBuffer.allocate((int) Math.min(FIRST_READ, written - place));
            fill(first, place);
            int length = first.getInt();
            if (length <= first.remaining()) {
                return VariantBytes.read(first.array(), first.position(), length);
            }
            ByteBuffer whole = ByteBuffer.allocate(length);
            fill(whole, place + Integer.BYTES);
            return VariantBytes.read(whole.array(), 0, length);
        } catch (IOException failed) {
            throw held.failed(failed);
        }
    }

    private void fill(ByteBuffer bytes, long from) throws IOException {
        while (bytes.hasRemaining()) {
            if (held.channel().read(bytes, from + bytes.position()) < 0) {
                throw new IOException("it ends too early");
            }
        }
        bytes.flip();
    }

    @Override
    public void close() {
        held.delete();
    }
}
