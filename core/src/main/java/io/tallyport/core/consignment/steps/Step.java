package io.tallyport.core.consignment.steps;

/** A kind of write that a consignment needs at the platform. */
public enum Step {
    CREATE("consignment.create"),
    ADD_LINES("consignment.lines.add"),
    SET_LINE("consignment.line.set"),
    RECEIVE_LINE("consignment.line.receive"),
    ADVANCE("consignment.advance"),
    CANCEL("consignment.cancel"),
    DELETE("consignment.delete");

    private final String operation;

    Step(String operation) {
        this.operation = operation;
    }

    /** What its intents are called; stored, so it never changes. */
    public String operation() {
        return operation;
    }

    public static Step of(String operation) {
        for (Step step : values()) {
            if (step.operation.equals(operation)) {
                return step;
            }
        }
        throw new IllegalArgumentException("no step of a consignment is called " + operation);
    }
}
