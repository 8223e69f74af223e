/** What mapping needs libraries for: mapping files, and how much two words look alike. */
@NullMarked
package io.tallyport.runtime.mapping;

import org.jspecify.annotations.NullMarked;
