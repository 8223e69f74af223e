package io.tallyport.sandbox.rseries;

/** A row's place in an order: by number, then by text, then by id. */
record SortKey(long number, String text, long id) implements Comparable<SortKey> {

    @Override
    public int compareTo(SortKey other) {
        int order = Long.compare(number, other.number);
        if (order == 0) {
            order = text.compareTo(other.text);
        }
        return order == 0 ? Long.compare(id, other.id) : order;
    }
}
