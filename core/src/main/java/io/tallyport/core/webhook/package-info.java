/** Hooks that platforms send: checked, stored as they came, answered, and only then worked on. */
@NullMarked
package io.tallyport.core.webhook;

import org.jspecify.annotations.NullMarked;
