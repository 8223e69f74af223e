package io.tallyport.cli;

import io.tallyport.core.kernel.ConnectionId;

/**
 * A location as a person names it.
 *
 * @param connection where it is
 * @param location its id there, the last part of its id, or its name
 */
record LocationName(ConnectionId connection, String location) {

    static LocationName parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 1 || slash == text.length() - 1) {
            throw new IllegalArgumentException(
                    "a location is named CONNECTION/LOCATION, as in till/1; got \"" + text + "\"");
        }
        return new LocationName(new ConnectionId(text.substring(0, slash)), text.substring(slash + 1));
    }
}
