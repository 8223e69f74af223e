/** Webhooks that are really sent: subscriptions, signatures, retries by the sandbox's clock, and mischief on request. */
@NullMarked
package io.tallyport.sandbox.webhooks;

import org.jspecify.annotations.NullMarked;
