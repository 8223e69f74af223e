package io.tallyport.sandbox.shopify;

/** The units of one item at one location by state; {@code on_hand} is all of them but those still incoming. */
record Stock(
        int available, int committed, int incoming, int reserved, int damaged, int safetyStock, int qualityControl) {

    static Stock of(int available, int committed) {
        return new Stock(available, committed, 0, 0, 0, 0, 0);
    }

    int onHand() {
        return available + committed + reserved + damaged + safetyStock + qualityControl;
    }

    /** The units in the state {@code name}; an unknown name is the caller's mistake. */
    int of(String name) {
        return switch (name) {
            case "available" -> available;
            case "on_hand" -> onHand();
            case "committed" -> committed;
            case "incoming" -> incoming;
            case "reserved" -> reserved;
            case "damaged" -> damaged;
            case "safety_stock" -> safetyStock;
            case "quality_control" -> qualityControl;
            default -> throw new RequestError("INVALID_FIELD_ARGUMENTS", "Invalid quantity name: " + name);
        };
    }

    /** After {@code delta} more units in the state {@code name}; more on hand means as many more available. */
    Stock plus(String name, int delta) {
        return switch (name) {
            case "available", "on_hand" ->
                new Stock(available + delta, committed, incoming, reserved, damaged, safetyStock, qualityControl);
            case "committed" ->
                new Stock(available, committed + delta, incoming, reserved, damaged, safetyStock, qualityControl);
            case "incoming" ->
                new Stock(available, committed, incoming + delta, reserved, damaged, safetyStock, qualityControl);
            case "reserved" ->
                new Stock(available, committed, incoming, reserved + delta, damaged, safetyStock, qualityControl);
            case "damaged" ->
                new Stock(available, committed, incoming, reserved, damaged + delta, safetyStock, qualityControl);
            case "safety_stock" ->
                new Stock(available, committed, incoming, reserved, damaged, safetyStock + delta, qualityControl);
            case "quality_control" ->
                new Stock(available, committed, incoming, reserved, damaged, safetyStock, qualityControl + delta);
            default -> throw new IllegalArgumentException(name);
        };
    }
}
