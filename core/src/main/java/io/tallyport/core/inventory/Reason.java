package io.tallyport.core.inventory;

/** Why a row has its action, or why it was not written after all. */
public enum Reason {
    CHANGED("the two sides differ"),
    NEGATIVE("the POS figure is negative and counts as 0"),
    FRACTIONAL("the POS figure has a fraction and is rounded to whole units"),
    OVER_THRESHOLD("the difference is greater than the route's review threshold"),
    UNMAPPED_SOURCE("the POS carries it, the shop has nothing with this SKU"),
    UNMAPPED_TARGET("only the shop has it; left alone"),
    NO_SKU("it has no SKU"),
    DUPLICATE_SKU("the SKU stands for several items on one side"),
    MAPPING_BROKEN("a mapping names an item that is not there any more"),
    NOT_TRACKED("its stock is not counted on one side"),
    NOT_STOCKED_AT_LOCATION("it has no active level at the shop's location; --activate would switch it on"),
    NO_LEVEL_AT_SOURCE("the POS has no level for it at this location; missing is not zero"),
    NO_LEVEL_AT_TARGET("the shop did not tell the figure"),
    LOCATION_GONE("the location does not exist any more"),
    ITEM_GONE("the item does not exist any more"),
    INCOMPLETE_READ("the read could not prove that it saw everything; no zero and no absence is taken from it"),
    MOVED_AT_SOURCE("the POS figure moved after the plan was read"),
    MOVED_AT_TARGET("the shop's figure moved after the plan was read"),
    ORDER_NOT_AT_POS("the shop sold some and the POS does not show it yet; the next plan decides"),
    OUT_OF_RANGE("the platform does not take this quantity"),
    REFUSED("the platform refused the row"),
    AMBIGUOUS("a write was sent and its effect is not known; apply the plan again to settle it"),
    NOT_APPROVED("it is held and nobody has approved it"),
    STOPPED("writes were stopped before its turn"),
    FAILED("the target could not be reached"),
    LEFT_BY_RULE("a rule says to leave it alone"),
    KEPT_BY_ANSWER("a person has answered its conflict to leave both sides as they are");

    private final String meaning;

    Reason(String meaning) {
        this.meaning = meaning;
    }

    /** In words, for a person. */
    public String meaning() {
        return meaning;
    }
}
