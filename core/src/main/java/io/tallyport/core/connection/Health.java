package io.tallyport.core.connection;

import java.util.List;

/**
 * What a check of a connection found.
 *
 * @param summary one line, such as the shop's name and the API version that answered
 * @param problems what a person should mend, none when all is well
 */
public record Health(String summary, List<String> problems) {

    public Health {
        problems = List.copyOf(problems);
    }

    public boolean isWell() {
        return problems.isEmpty();
    }
}
