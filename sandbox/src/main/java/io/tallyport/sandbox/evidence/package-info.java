/** What a test suite leaves behind, so that it can be searched for secrets afterwards. */
@NullMarked
package io.tallyport.sandbox.evidence;

import org.jspecify.annotations.NullMarked;
