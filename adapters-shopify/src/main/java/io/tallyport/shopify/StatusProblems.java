package io.tallyport.shopify;

import io.tallyport.remote.Problem;
import io.tallyport.remote.Problem.Kind;
import java.util.Locale;

/** What an HTTP status other than 200 means; {@code errors} is a plain string or an object there, or HTML came. */
final class StatusProblems {

    private StatusProblems() {}

    /** The problem for {@code status}; {@code words} is what Shopify said, possibly nothing. */
    static Problem of(int status, String words) {
        String message = words.isBlank() ? "Shopify answered with status " + status : words;
        if (status == 429) {
            return isVariantLimit(words)
                    ? Problem.of(Kind.REJECTED, message, ShopifyErrors.VARIANT_LIMIT)
                    : Problem.of(Kind.NOT_DONE, message, ShopifyErrors.RATE_LIMIT);
        }
        if (status >= 500) {
            return Problem.of(Kind.LOST, message, ShopifyErrors.PLATFORM_FAILED);
        }
        return switch (status) {
            case 400 -> Problem.of(Kind.MISUNDERSTOOD, message, ShopifyErrors.NOT_UNDERSTOOD);
            case 401 -> Problem.of(Kind.TOKEN_REFUSED, message, ShopifyErrors.AUTHENTICATION);
            case 402, 404, 423 -> Problem.of(Kind.REJECTED, message, ShopifyErrors.SHOP_CLOSED);
            case 403 -> Problem.of(Kind.AUTHENTICATION, message, ShopifyErrors.SCOPE_MISSING);
            case 408 -> Problem.of(Kind.LOST, message, ShopifyErrors.PLATFORM_FAILED);
            default ->
                status >= 400
                        ? Problem.of(Kind.REJECTED, message, ShopifyErrors.INVALID_DATA)
                        : Problem.unreadable(message).withCode(ShopifyErrors.UNREADABLE);
        };
    }

    private static boolean isVariantLimit(String words) {
        return words.toLowerCase(Locale.ROOT).contains("variant");
    }
}
