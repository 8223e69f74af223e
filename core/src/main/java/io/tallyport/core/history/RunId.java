package io.tallyport.core.history;

/** Names a run. */
public record RunId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
