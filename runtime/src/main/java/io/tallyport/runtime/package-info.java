/** From settings to a started system: what both apps and an embedding service start. */
@NullMarked
package io.tallyport.runtime;

import org.jspecify.annotations.NullMarked;
