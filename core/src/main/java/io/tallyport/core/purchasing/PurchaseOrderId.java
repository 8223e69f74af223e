package io.tallyport.core.purchasing;

import java.util.regex.Pattern;

/**
 * What people call a purchase order, here and at the platform, where it is the consignment's reference. Ours are
 * {@code PO-2025-001}: the year, and a number within it; an order that comes from elsewhere may bring its own.
 *
 * @param value 1 to 40 letters, digits, dots, underscores and hyphens, beginning with a letter or digit
 */
public record PurchaseOrderId(String value) implements Comparable<PurchaseOrderId> {

    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");

    public PurchaseOrderId {
        if (!ALLOWED.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a purchase order's number is 1 to 40 letters, digits, dots, underscores and"
                            + " hyphens, beginning with a letter or digit; got \"" + value + "\"");
        }
    }

    /** Ours: three digits, or more when a year has more orders. */
    public static PurchaseOrderId of(int year, long number) {
        return new PurchaseOrderId("PO-%04d-%03d".formatted(year, number));
    }

    @Override
    public int compareTo(PurchaseOrderId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
