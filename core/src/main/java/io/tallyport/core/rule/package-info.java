/** What people have laid down beside a route's policy: who is the truth for what, safety stock, rounding, review. */
@NullMarked
package io.tallyport.core.rule;

import org.jspecify.annotations.NullMarked;
