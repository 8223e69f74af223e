package io.tallyport.core.inventory.validation;

/** Names a validation; random, so that nobody makes the same twice. */
public record ValidationId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
