package io.tallyport.cli;

import io.tallyport.core.connection.Location;
import java.util.List;

/** A location as it is shown. */
record LocationsAnswer(String id, String name, boolean active) {

    static void show(Shell shell, List<Location> locations) {
        List<LocationsAnswer> views = locations.stream()
                .map(one -> new LocationsAnswer(one.id().value(), one.name(), one.active()))
                .toList();
        shell.answer(views, screen -> {
            Table table = Table.of("ID", "NAME", "ACTIVE");
            views.forEach(view -> table.row(view.id(), view.name(), view.active() ? "yes" : "no"));
            screen.table(table);
        });
    }
}
