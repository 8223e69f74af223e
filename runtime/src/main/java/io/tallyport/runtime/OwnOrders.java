package io.tallyport.runtime;

import io.tallyport.core.connection.SettingStore;
import io.tallyport.core.kernel.Page;
import io.tallyport.core.purchasing.OrderFilter;
import io.tallyport.core.purchasing.PurchaseErrors;
import io.tallyport.core.purchasing.PurchaseOrder;
import io.tallyport.core.purchasing.PurchaseOrderStore;
import io.tallyport.core.purchasing.PurchaseStores;
import io.tallyport.persistence.Database;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Purchase orders that the embedding service keeps itself. That it does is noted in the database, so that other programs of the
 * installation do not look for these orders in Tallyport's own tables.
 *
 * @param keeper what the service is called
 * @param store makes its store
 */
record OwnOrders(String keeper, Function<OwnTables, ? extends PurchaseOrderStore> store) {

    private static final int LONGEST = 60;

    private static final OrderFilter ANY =
            new OrderFilter(Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), true);

    OwnOrders {
        if (keeper.isBlank() || keeper.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "who keeps the orders has a name of 1 to " + LONGEST + " characters, got \"" + keeper + "\"");
        }
    }

    /** The stores of purchase orders: of the service's own, of Tallyport's, or of none that this program can see. */
    static PurchaseStores in(Database database, Optional<OwnOrders> own, Settings settings) {
        PurchaseStores ours = database.stores().purchasing();
        String keeper = settings.get(PurchasingSettings.KEPT_BY).strip();
        return own.map(orders -> orders.beside(ours, database))
                .or(() -> Optional.of(keeper)
                        .filter(name -> !name.isEmpty())
                        .map(name -> with(new OrdersElsewhere(name), ours)))
                .orElse(ours);
    }

    private PurchaseStores beside(PurchaseStores ours, Database database) {
        Page<PurchaseOrder> here = ours.orders().list(ANY, Optional.empty());
        if (!here.items().isEmpty()) {
            // Both would use the same numbers, and so the same writes and logs.
            throw PurchaseErrors.rejected(
                    "start",
                    PurchaseErrors.KEPT_HERE,
                    "it has order " + here.items().get(0).id() + ", and \"" + keeper + "\" wants to keep them");
        }
        SettingStore settings = database.stores().settings();
        if (!settings.find(PurchasingSettings.KEPT_BY.key()).equals(Optional.of(keeper))) {
            settings.put(PurchasingSettings.KEPT_BY.key(), keeper);
        }
        return with(store.apply(new JoinedTables(database)), ours);
    }

    private static PurchaseStores with(PurchaseOrderStore orders, PurchaseStores ours) {
        return new PurchaseStores(orders, ours.log(), ours.partners(), ours.discrepancies(), ours.unitOfWork());
    }

    /** The tables that stand beside Tallyport's. */
    private record JoinedTables(Database database) implements OwnTables {

        @Override
        public <T> T call(String operation, Work<T> work) {
            return database.joined(operation, work::on);
        }
    }
}
