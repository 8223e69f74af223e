/** The platforms' authorization servers: consent, codes, access tokens that expire and refresh tokens that rotate. */
@NullMarked
package io.tallyport.sandbox.oauth;

import org.jspecify.annotations.NullMarked;
