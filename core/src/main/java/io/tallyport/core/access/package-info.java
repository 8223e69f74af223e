/** Who may do what over HTTP: tokens, and the roles that they carry for each connection. */
@NullMarked
package io.tallyport.core.access;

import org.jspecify.annotations.NullMarked;
