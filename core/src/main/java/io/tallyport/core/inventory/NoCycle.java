package io.tallyport.core.inventory;

/** Says why a route cannot be planned from what changed, so that everything is read instead; the message is for people. */
final class NoCycle extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoCycle(String why) {
        super(why);
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
