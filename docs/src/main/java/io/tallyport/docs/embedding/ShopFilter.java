package io.tallyport.docs.embedding;

import io.tallyport.core.purchasing.OrderFilter;
import io.tallyport.core.purchasing.PurchaseState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Which of the shop's orders are meant, as a condition with its values. */
record ShopFilter(String sql, List<Optional<?>> values) {

    static ShopFilter of(OrderFilter filter) {
        List<String> conditions = new ArrayList<>(List.of("seq > 0"));
        List<Optional<?>> values = new ArrayList<>();
        if (!filter.states().isEmpty()) {
            conditions.add("status IN ("
                    + String.join(", ", Collections.nCopies(filter.states().size(), "?")) + ")");
            filter.states().stream().map(PurchaseState::name).map(Optional::of).forEach(values::add);
        }
        filter.connection().ifPresent(id -> {
            conditions.add("pos = ?");
            values.add(Optional.of(id.value()));
        });
        filter.consignment().ifPresent(id -> {
            conditions.add("remote_id = ?");
            values.add(Optional.of(id.value()));
        });
        filter.syncDue().ifPresent(due -> {
            conditions.add("due = ?");
            values.add(Optional.of(due));
        });
        filter.held().ifPresent(held -> conditions.add("hold_code IS " + (held ? "NOT NULL" : "NULL")));
        if (!filter.deleted()) {
            conditions.add("deleted_at IS NULL");
        }
        return new ShopFilter(String.join(" AND ", conditions), values);
    }
}
