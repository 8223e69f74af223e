package io.tallyport.sandbox.xseries;

import java.util.Map;

/**
 * What the limiter says to one request.
 *
 * @param headers to be sent with the answer, whatever it is
 */
record Charge(boolean admitted, Map<String, String> headers) {}
