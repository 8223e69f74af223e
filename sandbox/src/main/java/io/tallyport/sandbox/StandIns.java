package io.tallyport.sandbox;

import io.tallyport.sandbox.catalogue.CatalogueGenerator;
import io.tallyport.sandbox.catalogue.CatalogueItem;
import io.tallyport.sandbox.oauth.TokenServers;
import io.tallyport.sandbox.rseries.RSeriesStandIn;
import io.tallyport.sandbox.shopify.ShopifyStandIn;
import io.tallyport.sandbox.webhooks.WebhookPost;
import io.tallyport.sandbox.xseries.XSeriesStandIn;
import java.util.stream.Stream;

/**
 * The platforms of one sandbox, over one made-up catalogue.
 *
 * @param post brings the webhooks of X-Series
 * @param tokens the authorization servers of all of them
 */
record StandIns(
        RSeriesStandIn rseries, XSeriesStandIn xseries, ShopifyStandIn shopify, WebhookPost post, TokenServers tokens) {

    static final String ACCOUNT = "100042";
    static final String DOMAIN_PREFIX = "sandbox";

    static StandIns of(SandboxSettings settings, AcceptedTokens accepted, SandboxClock clock) {
        TokenServers tokens =
                new TokenServers(clock, settings.clientId(), settings.clientSecret(), ACCOUNT, DOMAIN_PREFIX);
        RSeriesStandIn rseries = new RSeriesStandIn(
                catalogue(settings),
                clock,
                settings.registers(),
                ACCOUNT,
                tokens.accepting("rseries", accepted.rseries()));
        ShopifyStandIn shopify = new ShopifyStandIn(
                catalogue(settings), clock, settings.shopifyPlan(), tokens.accepting("shopify", accepted.shopify()));
        WebhookPost post = new WebhookPost(clock, DOMAIN_PREFIX, settings.clientSecret());
        XSeriesStandIn xseries = new XSeriesStandIn(
                catalogue(settings),
                settings.seed(),
                clock,
                settings.registers(),
                DOMAIN_PREFIX,
                tokens.accepting("xseries", accepted.xseries()),
                post);
        return new StandIns(rseries, xseries, shopify, post, tokens);
    }

    private static Stream<CatalogueItem> catalogue(SandboxSettings settings) {
        return CatalogueGenerator.generate(settings.seed(), settings.skus());
    }
}
