package io.tallyport.core.kernel;

/**
 * A code that a person can look up.
 *
 * @param code such as LS001: two letters for where it comes from, three digits
 * @param meaning what went wrong, in a few words
 * @param action what to do about it
 */
public record ErrorCode(String code, String meaning, String action) {

    @Override
    public String toString() {
        return code;
    }
}
