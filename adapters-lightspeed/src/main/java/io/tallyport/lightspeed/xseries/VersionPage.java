package io.tallyport.lightspeed.xseries;

import java.util.List;

/**
 * One page of a list that is paged by version.
 *
 * @param rows none on the last page, and only there: a short page is not the end
 * @param last the version to go on after; where there are no rows, the one that was asked for
 */
record VersionPage<R>(List<R> rows, long last) {

    VersionPage {
        rows = List.copyOf(rows);
    }

    boolean isEnd() {
        return rows.isEmpty();
    }
}
