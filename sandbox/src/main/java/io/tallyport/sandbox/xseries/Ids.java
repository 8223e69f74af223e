package io.tallyport.sandbox.xseries;

import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** UUIDs of the vendor's v1-like shape, worked out from a row's number and back, so that none need be kept. */
final class Ids {

    /** What an id is of. */
    enum Kind {
        RETAILER,
        OUTLET,
        REGISTER,
        TAX,
        PRODUCT,
        OPTION,
        STOCK,
        REASON,
        ADJUSTMENT,
        USER,
        TYPE,
        TAG,
        IMAGE,
        CONSIGNMENT,
        SUPPLIER,
        WEBHOOK
    }

    private static final HexFormat HEX = HexFormat.of();
    private static final long ODD = 0x9E3779B97F4AL | 1;
    private static final long NODE = (1L << 48) - 1;
    private static final int NODE_DIGITS = 12;
    private static final int LENGTH = 36;

    private final Map<Kind, String> prefixes = new EnumMap<>(Kind.class);
    private final long salt;
    private final long inverse;

    Ids(long seed) {
        this.salt = VersionCounter.mixed(seed) & NODE;
        this.inverse = inverse();
        for (Kind kind : Kind.values()) {
            long mixed = VersionCounter.mixed(seed * 31 + kind.name().hashCode());
            prefixes.put(kind, HEX.toHexDigits((int) mixed) + "-0183-11e9-f" + HEX.toHexDigits(mixed >>> 48, 3) + "-");
        }
    }

    String of(Kind kind, long number) {
        return prefix(kind) + HEX.toHexDigits((number * ODD + salt) & NODE, NODE_DIGITS);
    }

    /** The number of the row that {@code id} names; empty where it is no id of that kind. */
    Optional<Long> number(Kind kind, String id) {
        String lower = id.toLowerCase(Locale.ROOT);
        String prefix = prefix(kind);
        if (lower.length() != LENGTH || !lower.startsWith(prefix)) {
            return Optional.empty();
        }
        try {
            long node = HexFormat.fromHexDigitsToLong(lower, LENGTH - NODE_DIGITS, LENGTH);
            return Optional.of(((node - salt) * inverse) & NODE);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private String prefix(Kind kind) {
        return Objects.requireNonNull(prefixes.get(kind));
    }

    /** What undoes the multiplication, by Newton's iteration, which doubles the right bits each time. */
    private static long inverse() {
        long inverse = ODD;
        for (int bits = 3; bits < 48; bits *= 2) {
            inverse *= 2 - ODD * inverse;
        }
        return inverse;
    }
}
