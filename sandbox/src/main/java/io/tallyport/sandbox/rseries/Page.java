package io.tallyport.sandbox.rseries;

import java.util.List;
import java.util.Optional;

/** Some rows of a list and the tokens of the pages around them. */
record Page<R>(List<R> rows, Optional<PageToken> next, Optional<PageToken> previous) {

    Page {
        rows = List.copyOf(rows);
    }
}
