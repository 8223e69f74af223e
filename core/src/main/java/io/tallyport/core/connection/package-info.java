/** Whom we talk to: connections, locations and routes, their secrets, and the gate before each remote write. */
@NullMarked
package io.tallyport.core.connection;

import org.jspecify.annotations.NullMarked;
