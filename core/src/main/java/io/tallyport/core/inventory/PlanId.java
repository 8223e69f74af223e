package io.tallyport.core.inventory;

/** Names a plan; random, so that nobody makes the same twice. */
public record PlanId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
