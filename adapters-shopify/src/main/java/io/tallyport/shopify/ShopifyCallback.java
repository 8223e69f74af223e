package io.tallyport.shopify;

import io.tallyport.core.connection.Connection;
import io.tallyport.core.connection.Secret;
import io.tallyport.remote.AnswerCheck;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks the address that Shopify sends the owner's browser to: it is signed with the app's secret, and names the shop.
 *
 * <p>Rests on shopify.dev docs/apps/build/authentication-authorization/access-tokens/authorization-code-grant: HMAC-SHA256
 * in hexadecimal digits over the other parameters in the order of their names.
 */
final class ShopifyCallback implements AnswerCheck {

    private static final String SIGNATURE = "hmac";
    private static final String SHOP = "shop";

    private final Set<String> shops;

    ShopifyCallback(Connection connection) {
        String account = connection.account().strip();
        this.shops = Set.of(account, account + ".myshopify.com");
    }

    @Override
    public Optional<String> problem(Map<String, String> answer, Secret clientSecret) {
        String shop = answer.getOrDefault(SHOP, "");
        if (shop.isEmpty() && !answer.containsKey(SIGNATURE)) {
            return Optional.empty();
        }
        if (!isSigned(answer, clientSecret)) {
            return Optional.of("the address is not signed with this app's client secret");
        }
        return shops.stream().anyMatch(shop::equalsIgnoreCase)
                ? Optional.empty()
                : Optional.of("another shop was authorized than the one of this connection");
    }

    private static boolean isSigned(Map<String, String> answer, Secret clientSecret) {
        Map<String, String> signed = new TreeMap<>(answer);
        String given = signed.remove(SIGNATURE);
        String text = signed.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining("&"));
        return given != null
                && MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8),
                        signature(text, clientSecret).getBytes(StandardCharsets.UTF_8));
    }

    private static String signature(String text, Secret clientSecret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(clientSecret.reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has HMAC-SHA256", impossible);
        }
    }
}
