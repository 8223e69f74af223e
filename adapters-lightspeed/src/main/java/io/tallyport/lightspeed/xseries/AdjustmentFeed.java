package io.tallyport.lightspeed.xseries;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Stock adjustments and their custom reasons; reading them wants the right to write, too. Thread-safe. */
final class AdjustmentFeed {

    static final String CREATE = "adjustments.create";
    private static final String ADJUSTMENTS = "stock_adjustments";
    private static final int PAGE = 1000;

    private final ApiVersion version;
    private final XSeriesClient client;

    AdjustmentFeed(ApiVersion version, XSeriesClient client) {
        this.version = version;
        this.client = client;
    }

    ApiVersion version() {
        return version;
    }

    /** Adjustments after a version, oldest first. */
    VersionPage<AdjustmentWire> page(long after) {
        return client.get(
                "adjustments.list",
                version,
                ADJUSTMENTS,
                paging(after),
                body -> Wire.enveloped(body, AdjustmentWire.class, version, after));
    }

    /** The newest version that any stock has; all adjustments to come have higher ones. */
    long newestStock() {
        InventoryQuery newest = new InventoryQuery(0, 1, "desc", true);
        return client.post(
                "inventory.newest",
                version,
                "inventory",
                newest,
                body -> Wire.bare(body, InventoryWire.class, version, 0).last());
    }

    List<AdjustmentWire.Reason> reasons() {
        List<AdjustmentWire.Reason> all = new ArrayList<>();
        VersionPage<AdjustmentWire.Reason> page;
        long after = 0;
        do {
            long from = after;
            page = client.get(
                    "adjustments.reasons",
                    version,
                    "custom_inventory_adjustment_reasons",
                    paging(from),
                    body -> Wire.enveloped(body, AdjustmentWire.Reason.class, version, from));
            all.addAll(page.rows());
            after = page.last();
        } while (!page.isEnd());
        return all;
    }

    /** Adds them, once; what comes back beside the status proves nothing more. */
    void create(AdjustmentWire.Request request) {
        client.writeOnce(CREATE, version, ADJUSTMENTS, request);
    }

    private static Map<String, Object> paging(long after) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("after", after);
        parameters.put("page_size", PAGE);
        return parameters;
    }
}
