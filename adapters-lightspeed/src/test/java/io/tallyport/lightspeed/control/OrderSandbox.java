package io.tallyport.lightspeed.control;

import io.tallyport.core.connection.AccessMode;
import io.tallyport.core.consignment.ConsignmentLineSink;
import io.tallyport.core.consignment.ConsignmentSink;
import io.tallyport.core.consignment.ConsignmentSource;
import io.tallyport.core.consignment.ConsignmentsUnderTest;
import io.tallyport.core.inventory.InventorySource;
import io.tallyport.core.inventory.LevelPage;
import io.tallyport.core.inventory.StockLevel;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.sandbox.Sandbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Consignments, or purchase orders, of a running sandbox. */
public abstract class OrderSandbox extends ConnectedSandbox implements ConsignmentsUnderTest {

    private final ExternalId outlet;
    private final List<StockLevel> levels;

    protected OrderSandbox(Sandbox sandbox, Api api, String writes, Map<String, String> options, ExternalId outlet) {
        super(sandbox, api, writes, AccessMode.READ_WRITE, options);
        this.outlet = outlet;
        this.levels = stocked(session().port(InventorySource.class).orElseThrow(), outlet);
    }

    /** What has a level at the outlet; the first pages of a read may hold none. */
    private static List<StockLevel> stocked(InventorySource source, ExternalId outlet) {
        List<StockLevel> found = new ArrayList<>();
        LevelPage page = source.levels(outlet, Optional.empty());
        while (page.next().isPresent()) {
            found.addAll(page.items());
            page = source.levels(outlet, page.next());
        }
        found.addAll(page.items());
        return found.stream()
                .filter(level -> level.onHand().isPresent() && level.sku().isPresent())
                .toList();
    }

    @Override
    public final ConsignmentSource source() {
        return port(ConsignmentSource.class);
    }

    @Override
    public final ConsignmentSink sink() {
        return port(ConsignmentSink.class);
    }

    @Override
    public final ConsignmentLineSink lines() {
        return port(ConsignmentLineSink.class);
    }

    @Override
    public final ExternalId outlet() {
        return outlet;
    }

    @Override
    public final ExternalId item(int number) {
        return levels.get(number).item();
    }

    public final String sku(int number) {
        return levels.get(number).sku().orElseThrow().value();
    }

    public final int items() {
        return levels.size();
    }

    @Override
    public final boolean loseNextAnswer() {
        next("\"kind\":\"cut-after\"");
        return true;
    }

    /** Somebody at the store does something. */
    public abstract void staff(String what, String body);
}
