/** The write journal: an intent is stored before a remote write, its outcome after. */
@NullMarked
package io.tallyport.core.intent;

import org.jspecify.annotations.NullMarked;
