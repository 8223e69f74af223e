package io.tallyport.runtime.spool;

import io.tallyport.core.inventory.StockLevel;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.Sku;
import java.util.Arrays;
import java.util.Optional;

/** Looks at one row that {@link RowBytes} wrote, where it lies. */
final class RowView {

    private byte[] bytes = new byte[0];
    private int flags;
    private int keyAt;
    private int keyLength;
    private int itemAt;
    private int itemLength;
    private int restAt;

    /** Looks at the row that begins at {@code start}. */
    RowView at(byte[] in, int start) {
        bytes = in;
        flags = in[start + RowBytes.LENGTH_BYTES];
        int lengthAt = start + RowBytes.LENGTH_BYTES + 1;
        keyLength = (int) Bytes.getNumber(in, lengthAt);
        keyAt = lengthAt + Bytes.numberLength(keyLength);
        restAt = keyAt + keyLength;
        itemAt = keyAt;
        itemLength = keyLength;
        if ((flags & RowBytes.HAS_SKU) != 0) {
            itemLength = (int) Bytes.getNumber(in, restAt);
            itemAt = restAt + Bytes.numberLength(itemLength);
            restAt = itemAt + itemLength;
        }
        return this;
    }

    /** How many bytes the row at {@code start} takes. */
    static int length(byte[] in, int start) {
        return RowBytes.LENGTH_BYTES + Bytes.getInt(in, start);
    }

    int compareTo(RowView other) {
        int byKey = Arrays.compareUnsigned(
                bytes, keyAt, keyAt + keyLength, other.bytes, other.keyAt, other.keyAt + other.keyLength);
        return byKey != 0
                ? byKey
                : Arrays.compareUnsigned(
                        bytes, itemAt, itemAt + itemLength, other.bytes, other.itemAt, other.itemAt + other.itemLength);
    }

    /** How many bytes both keys begin with. */
    int commonWith(RowView other) {
        int differs = Arrays.mismatch(
                bytes, keyAt, keyAt + keyLength, other.bytes, other.keyAt, other.keyAt + other.keyLength);
        return differs < 0 ? keyLength : differs;
    }

    /** Six bytes of the key, after {@code skipped} ones; as unsigned numbers they are ordered as the keys are. */
    long keyPart(int skipped) {
        long part = 0;
        for (int i = skipped; i < skipped + 6; i++) {
            part = (part << 8) | (i < keyLength ? bytes[keyAt + i] & 0xFF : 0);
        }
        return part;
    }

    long itemHash() {
        return Bytes.hash(bytes, itemAt, itemLength);
    }

    ExternalId item() {
        return new ExternalId(Bytes.text(bytes, itemAt, itemLength));
    }

    StockLevel level() {
        int titleLength = (int) Bytes.getNumber(bytes, restAt);
        int titleAt = restAt + Bytes.numberLength(titleLength);
        int onHandAt = titleAt + titleLength;
        int onHandKind = (flags >> RowBytes.ON_HAND_AT) & 3;
        int availableKind = (flags >> RowBytes.AVAILABLE_AT) & 3;
        Optional<Quantity> onHand = figure(onHandKind, onHandAt);
        boolean hasSku = (flags & RowBytes.HAS_SKU) != 0;
        return new StockLevel(
                item(),
                hasSku ? Optional.of(new Sku(Bytes.text(bytes, keyAt, keyLength))) : Optional.empty(),
                Bytes.text(bytes, titleAt, titleLength),
                (flags & RowBytes.TRACKED) != 0,
                RowBytes.stocking(flags),
                onHand,
                availableKind == RowBytes.SAME
                        ? onHand
                        : figure(availableKind, onHandAt + figureLength(onHandKind, onHandAt)));
    }

    private Optional<Quantity> figure(int kind, int at) {
        long number = kind == RowBytes.NONE ? 0 : Bytes.getNumber(bytes, at);
        return switch (kind) {
            case RowBytes.WHOLE -> Optional.of(Quantity.of((number >>> 1) ^ -(number & 1)));
            case RowBytes.TEXT ->
                Optional.of(Quantity.parse(Bytes.text(bytes, at + Bytes.numberLength(number), (int) number)));
            default -> Optional.empty();
        };
    }

    private int figureLength(int kind, int at) {
        if (kind == RowBytes.NONE) {
            return 0;
        }
        long number = Bytes.getNumber(bytes, at);
        return Bytes.numberLength(number) + (kind == RowBytes.TEXT ? (int) number : 0);
    }
}
