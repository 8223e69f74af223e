package io.tallyport.core.doctor;

/**
 * Something that a person should know.
 *
 * @param about what it is about, such as {@code connection till}
 * @param what in words
 * @param mend what to do about it
 */
public record Finding(Severity severity, String about, String what, String mend) {

    /** How bad it is. */
    public enum Severity {
        /** It does not work. */
        BROKEN,
        /** It works, and will stop working, or is overdue. */
        SOON,
        /** Good to know. */
        NOTE
    }
}
