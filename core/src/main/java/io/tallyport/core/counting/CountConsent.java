package io.tallyport.core.counting;

import java.util.List;

/**
 * A person's word that lines which change much are meant so, by how many there are; another number than the lines at that moment is no
 * consent.
 *
 * @param zeroed lines that set something to zero
 * @param large lines that change by more than the limits
 */
public record CountConsent(int zeroed, int large) {

    /** To nothing of the kind. */
    public static final CountConsent NONE = new CountConsent(0, 0);

    public CountConsent {
        if (zeroed < 0 || large < 0) {
            throw new IllegalArgumentException("a number of lines is zero or more");
        }
    }

    static CountConsent neededBy(List<CountRow> rows) {
        return new CountConsent(number(rows, CountRow.Change.TO_ZERO), number(rows, CountRow.Change.LARGE));
    }

    private static int number(List<CountRow> rows, CountRow.Change change) {
        return (int) rows.stream().filter(row -> row.change() == change).count();
    }
}
