package io.tallyport.cli;

import io.tallyport.sandbox.Sandbox;
import java.util.List;

/** A running sandbox and how to connect to it; its tokens are made up and open nothing else. */
record SandboxView(
        String lightspeedBaseUrl,
        String lightspeedAccount,
        String lightspeedToken,
        String lightspeedLocation,
        String lightspeedXBaseUrl,
        String lightspeedXDomainPrefix,
        String lightspeedXToken,
        String lightspeedXLocation,
        String shopifyBaseUrl,
        String shopifyAccount,
        String shopifyToken,
        String shopifyLocation,
        String shopifySecondLocation,
        String clientId,
        String clientSecret,
        String controlUrl,
        List<String> commands) {

    /** The stand-ins' main shop, as their own lists of locations tell it. */
    static final String TILL_LOCATION = "1";

    static final String SHOP_LOCATION = "71000000001";
    static final String SECOND_SHOP_LOCATION = "71000000002";
    static final String SHOP_ACCOUNT = "sandbox.myshopify.com";

    static SandboxView of(Sandbox sandbox) {
        return new SandboxView(
                sandbox.rseriesBaseUrl(),
                sandbox.rseriesAccount(),
                sandbox.rseriesToken(),
                TILL_LOCATION,
                sandbox.xseriesBaseUrl(),
                sandbox.xseriesDomainPrefix(),
                sandbox.xseriesToken(),
                sandbox.xseriesOutlet(),
                sandbox.shopifyBaseUrl(),
                SHOP_ACCOUNT,
                sandbox.shopifyToken(),
                SHOP_LOCATION,
                SECOND_SHOP_LOCATION,
                sandbox.clientId(),
                sandbox.clientSecret(),
                sandbox.controlUrl(),
                commands(sandbox));
    }

    private static List<String> commands(Sandbox sandbox) {
        return List.of(
                "export SANDBOX_TILL_TOKEN=" + sandbox.rseriesToken(),
                "export SANDBOX_SHOP_TOKEN=" + sandbox.shopifyToken(),
                "tallyport connection add till --platform lightspeed-r --account " + sandbox.rseriesAccount()
                        + " --base-url " + sandbox.rseriesBaseUrl()
                        + " --environment sandbox --access read --token-env SANDBOX_TILL_TOKEN",
                "tallyport connection add web --platform shopify --account " + SHOP_ACCOUNT + " --base-url "
                        + sandbox.shopifyBaseUrl()
                        + " --environment sandbox --access read-write --token-env SANDBOX_SHOP_TOKEN",
                "tallyport route add main --from till/" + TILL_LOCATION + " --to web/" + SHOP_LOCATION
                        + " --web-orders at-pos-at-once");
    }

    void print(Screen screen) {
        screen.title("Sandbox is running; stop it with Ctrl-C.");
        screen.facts(List.of(
                new Screen.Fact("Lightspeed R-Series", lightspeedBaseUrl + "  account " + lightspeedAccount),
                new Screen.Fact("  token", lightspeedToken),
                new Screen.Fact(
                        "Lightspeed X-Series", lightspeedXBaseUrl + "  domain prefix " + lightspeedXDomainPrefix),
                new Screen.Fact("  token", lightspeedXToken),
                new Screen.Fact("  outlet", lightspeedXLocation + "  feeds " + shopifySecondLocation),
                new Screen.Fact("Shopify", shopifyBaseUrl + "  account " + shopifyAccount),
                new Screen.Fact("  token", shopifyToken),
                new Screen.Fact("OAuth client", clientId),
                new Screen.Fact("  secret", clientSecret),
                new Screen.Fact("control API", controlUrl)));
        screen.blank();
        screen.title("Connect to it from another terminal:");
        commands.forEach(screen::line);
        screen.blank();
        screen.title("Sell one at the till, or see what there is:");
        screen.line("curl -s -X POST " + controlUrl + "/sales -d '{\"sku\":\"SKU\",\"quantity\":1}'");
        screen.line("curl -s " + controlUrl + "/levels");
    }
}
