/** Says that nulls are marked. */
@NullMarked
package io.tallyport.docs.violations.nullmarked.core.history;

import org.jspecify.annotations.NullMarked;
