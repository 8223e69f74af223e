/** Setting stock back to what it was: backups, restores, rollbacks of runs. */
@NullMarked
package io.tallyport.core.inventory.undo;

import org.jspecify.annotations.NullMarked;
