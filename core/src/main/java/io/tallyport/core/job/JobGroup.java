package io.tallyport.core.job;

/**
 * Jobs of which only some run at once, such as all that use one connection.
 *
 * @param name up to 100 characters
 * @param limit how many run at once, at least 1; where jobs of a group differ, each goes by its own
 */
public record JobGroup(String name, int limit) {

    private static final int LENGTH = 100;

    public JobGroup {
        if (name.isBlank() || name.length() > LENGTH) {
            throw new IllegalArgumentException(
                    "a group has a name of at most " + LENGTH + " characters, got \"" + name + "\"");
        }
        if (limit < 1) {
            throw new IllegalArgumentException("of a group at least one job runs, got a limit of " + limit);
        }
    }
}
