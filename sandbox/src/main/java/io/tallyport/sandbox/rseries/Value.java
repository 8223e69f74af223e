package io.tallyport.sandbox.rseries;

import java.math.BigDecimal;

/** A field's value for comparing: numbers, times (epoch seconds) and flags by number, texts by text. */
record Value(BigDecimal number, String text) implements Comparable<Value> {

    static Value of(long number) {
        return new Value(BigDecimal.valueOf(number), "");
    }

    static Value of(BigDecimal number) {
        return new Value(number, "");
    }

    static Value of(String text) {
        return new Value(BigDecimal.ZERO, text);
    }

    static Value of(boolean flag) {
        return of(flag ? 1 : 0);
    }

    @Override
    public int compareTo(Value other) {
        int byNumber = number.compareTo(other.number);
        return byNumber != 0 ? byNumber : text.compareTo(other.text);
    }
}
