package io.tallyport.lightspeed.xseries;

import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.ExternalId;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a read of all levels is: first it goes through inventory, then through products.
 *
 * @param read which read's inventory is meant; another process does not have it
 * @param outlet whose levels are read
 * @param inventoryAfter the version that inventory was read up to
 * @param productsAfter the version that products were served up to
 * @param served how many different products were served
 * @param mark the largest version of the inventory that the first products were served with; empty before that
 * @param inProducts whether inventory is at its end
 */
record LevelsCursor(
        String read,
        ExternalId outlet,
        long inventoryAfter,
        long productsAfter,
        long served,
        OptionalLong mark,
        boolean inProducts) {

    private static final String NUMBER = "([0-9]{1,18})";
    private static final Pattern FORM = Pattern.compile("levels ([0-9a-f-]+) " + NUMBER + " " + NUMBER + " " + NUMBER
            + " ([0-9]{1,18}|-) (inventory|products) (.+)");

    static LevelsCursor begin(String read, ExternalId outlet) {
        return new LevelsCursor(read, outlet, 0, 0, 0, OptionalLong.empty(), false);
    }

    /** The same place in products, with inventory still to be read. */
    LevelsCursor again(String newRead) {
        return new LevelsCursor(newRead, outlet, 0, productsAfter, served, mark, false);
    }

    LevelsCursor inventoryUpTo(long version) {
        return new LevelsCursor(read, outlet, version, productsAfter, served, mark, false);
    }

    /** A mark that was set before stays: what was served then was as old as that. */
    LevelsCursor turningToProducts() {
        OptionalLong first = mark.isPresent() ? mark : OptionalLong.of(inventoryAfter);
        return new LevelsCursor(read, outlet, inventoryAfter, productsAfter, served, first, true);
    }

    LevelsCursor productsUpTo(long version, long different) {
        return new LevelsCursor(read, outlet, inventoryAfter, version, different, mark, true);
    }

    Cursor cursor() {
        return new Cursor("levels " + read + " " + inventoryAfter + " " + productsAfter + " " + served + " "
                + (mark.isPresent() ? String.valueOf(mark.getAsLong()) : "-") + " "
                + (inProducts ? "products" : "inventory") + " " + outlet);
    }

    /** Empty for what is no such cursor. */
    static Optional<LevelsCursor> parse(Cursor cursor) {
        Matcher parts = FORM.matcher(cursor.value());
        if (!parts.matches()) {
            return Optional.empty();
        }
        return Optional.of(new LevelsCursor(
                parts.group(1),
                new ExternalId(parts.group(7)),
                Long.parseLong(parts.group(2)),
                Long.parseLong(parts.group(3)),
                Long.parseLong(parts.group(4)),
                parts.group(5).equals("-") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(parts.group(5))),
                parts.group(6).equals("products")));
    }
}
