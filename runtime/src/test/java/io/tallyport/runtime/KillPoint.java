package io.tallyport.runtime;

/** Where a process is killed: at a request that is held up, so that it is known how far the process has come. */
enum KillPoint {
    PLANNING_AT_THE_TILL("rseries", "", 1, "slow"),
    PLANNING_AT_THE_SHOP("shopify", "", 2, "slow"),
    BEFORE_THE_INTENT("rseries", "", 1, "slow"),
    BEFORE_THE_WRITE_TAKES_EFFECT("shopify", "inventorySetQuantities", 1, "late"),
    BEFORE_THE_RESULT("shopify", "inventorySetQuantities", 1, "slow"),
    BETWEEN_TWO_WRITES("shopify", "inventorySetQuantities", 2, "slow");

    private final String platform;
    private final String bodyContains;
    private final int request;
    private final String kind;

    KillPoint(String platform, String bodyContains, int request, String kind) {
        this.platform = platform;
        this.bodyContains = bodyContains;
        this.request = request;
        this.kind = kind;
    }

    boolean isWhilePlanning() {
        return name().startsWith("PLANNING");
    }

    /** What makes the sandbox hold the request up; a late write lands when its process is long gone. */
    String fault() {
        return """
                [{"on":{"platform":"%s","bodyContains":"%s"},"after":%d,
                  "do":{"kind":"%s","millis":%d}}]""".formatted(platform, bodyContains, request, kind, kind.equals("late") ? 3_000 : 60_000);
    }
}
