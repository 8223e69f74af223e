/** Files that people write with spreadsheets and editors. */
@NullMarked
package io.tallyport.runtime.sheet;

import org.jspecify.annotations.NullMarked;
