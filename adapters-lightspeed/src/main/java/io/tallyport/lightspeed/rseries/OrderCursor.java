package io.tallyport.lightspeed.rseries;

import io.tallyport.core.consignment.ConsignmentHeader;
import io.tallyport.core.kernel.Cursor;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How far the changes of orders were read: a second, and what was told of it already, each order with what it said then.
 *
 * @param second as the platform writes it; empty at the beginning
 */
record OrderCursor(Optional<String> second, Set<String> told) {

    static final OrderCursor START = new OrderCursor(Optional.empty(), Set.of());

    private static final String BETWEEN = " ";

    /** Any other cursor begins at the beginning, which misses nothing. */
    static OrderCursor of(Cursor cursor) {
        String[] parts = cursor.value().split(BETWEEN, -1);
        if (!parts[0].matches("[0-9]{4}-[0-9T:+Z-]{6,30}")) {
            return START;
        }
        return new OrderCursor(
                Optional.of(parts[0]), Arrays.stream(parts).skip(1).collect(Collectors.toUnmodifiableSet()));
    }

    boolean told(ConsignmentHeader header) {
        return header.version().equals(second) && told.contains(said(header));
    }

    OrderCursor after(ConsignmentHeader header) {
        if (header.version().isEmpty()) {
            return this;
        }
        Set<String> now = new LinkedHashSet<>(header.version().equals(second) ? told : Set.of());
        now.add(said(header));
        return new OrderCursor(header.version(), now);
    }

    Cursor stored() {
        return new Cursor(
                second.map(time -> time + told.stream().map(BETWEEN::concat).collect(Collectors.joining()))
                        .orElse("start"));
    }

    private static String said(ConsignmentHeader header) {
        int saying = Objects.hash(header.status(), header.outlet(), header.supplier(), header.note(), header.deleted());
        return header.id() + ":" + Integer.toHexString(saying);
    }
}
