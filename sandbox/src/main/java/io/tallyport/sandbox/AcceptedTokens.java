package io.tallyport.sandbox;

import io.tallyport.sandbox.evidence.Evidence;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.stream.Stream;

/** The bearer tokens that the platforms accept from the start on: those of the settings, else made up. */
record AcceptedTokens(String rseries, String shopify, String xseries) {

    static AcceptedTokens of(SandboxSettings settings) {
        AcceptedTokens tokens = new AcceptedTokens(
                settings.rseriesToken().orElseGet(() -> random("rs_")),
                settings.shopifyToken().orElseGet(() -> random("shpat_")),
                settings.xseriesToken().orElseGet(() -> random("lsxs_pt_")));
        Stream.of(tokens.rseries, tokens.shopify, tokens.xseries, settings.clientSecret())
                .forEach(Evidence::secret);
        return tokens;
    }

    private static String random(String prefix) {
        byte[] bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return prefix + HexFormat.of().formatHex(bytes);
    }

    /** Without them. */
    @Override
    public String toString() {
        return "AcceptedTokens";
    }
}
