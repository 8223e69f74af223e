package io.tallyport.shopify;

import io.tallyport.core.kernel.ErrorCode;

/** The codes of what can go wrong with Shopify, each with what to do about it. */
final class ShopifyErrors {

    static final ErrorCode RATE_LIMIT = new ErrorCode(
            "SH001",
            "Shopify's rate limit is used up",
            "wait and try again; if it comes often, give this app fewer jobs at the same time");
    static final ErrorCode VARIANT_LIMIT = new ErrorCode(
            "SH002",
            "The shop may create no more variants today",
            "try again tomorrow; shops with 50,000 variants and more may create 1,000 a day");
    static final ErrorCode INVALID_DATA = new ErrorCode(
            "SH003", "Shopify does not take the data", "correct what the message names, then make a new plan");
    static final ErrorCode AUTHENTICATION = new ErrorCode(
            "SH004",
            "Shopify does not know the access token",
            "check that the app is still installed, then store a new token with: tallyport connection update NAME --token-stdin (with OAuth: tallyport connection authorize NAME)");
    static final ErrorCode SCOPE_MISSING = new ErrorCode(
            "SH005",
            "The app's rights are too narrow",
            "give the app the access scope that the message names, install it again and store the new token");
    static final ErrorCode WRONG_VERSION = new ErrorCode(
            "SH006",
            "Shopify answered in another API version than the one asked for",
            "the version asked for is no longer served: update Tallyport, or set the connection's option api-version"
                    + " to a version that is");
    static final ErrorCode UNKNOWN_LOCATION =
            new ErrorCode("SH007", "The shop has no such location", "list the shop's locations and correct the route");
    static final ErrorCode UNKNOWN_ITEM = new ErrorCode(
            "SH008", "The shop has no such inventory item", "make a new plan; if a mapping names the item, correct it");
    static final ErrorCode UNREADABLE = new ErrorCode(
            "SH009",
            "Shopify's answer cannot be read",
            "check the connection's address and that no proxy answers in Shopify's place, then try again");
    static final ErrorCode TOO_COSTLY = new ErrorCode(
            "SH010",
            "The query costs more points than one query may",
            "report it: the smallest page already costs too much");
    static final ErrorCode KEY_MISMATCH = new ErrorCode(
            "SH011",
            "An idempotency key was used for two different writes",
            "report it as a fault of Tallyport and look at the levels of this plan before the next one");
    static final ErrorCode KEY_SPENT = new ErrorCode(
            "SH012", "An earlier try under the same idempotency key failed", "make a new plan and apply it");
    static final ErrorCode SHOP_CLOSED = new ErrorCode(
            "SH013",
            "The shop does not answer requests",
            "check the shop's domain, and in its admin whether it is paused, locked or unpaid");
    static final ErrorCode PLATFORM_FAILED = new ErrorCode(
            "SH014",
            "Shopify failed or could not be reached",
            "try again later; Shopify's status page tells of outages");
    static final ErrorCode FILTER_IGNORED = new ErrorCode(
            "SH015",
            "Shopify ignored a search filter and would have answered with everything",
            "report it: the filter is not known in this API version");
    static final ErrorCode NOT_UNDERSTOOD = new ErrorCode(
            "SH016",
            "Shopify did not understand the request",
            "report it; if the connection sets the option api-version, remove it");
    static final ErrorCode STILL_RUNNING = new ErrorCode(
            "SH017",
            "An earlier request with the same idempotency key is still being worked on",
            "apply the plan again in a minute");

    static final ErrorCode STALE_AFTER_LOSS = new ErrorCode(
            "SH018",
            "A write lost its answer, and repeating it does not show whether it was done",
            "apply the plan again: it reads the levels and settles the rows");

    static final ErrorCode BULK_BUSY = new ErrorCode(
            "SH019",
            "All of the app's places for bulk operations in this shop are taken",
            "try again when the app's other bulk operations have come to their end");

    static final ErrorCode BULK_SLOW = new ErrorCode(
            "SH020",
            "Shopify has not finished a bulk operation in time",
            "try again later; a bulk operation may last as long as Shopify wants");

    static final ErrorCode BULK_FAILED = new ErrorCode(
            "SH021",
            "A bulk operation did not come to a good end, nor did the one started in its place",
            "try again later; Shopify's status page tells of outages");

    static final ErrorCode BULK_INCOMPLETE = new ErrorCode(
            "SH022",
            "A bulk operation's file does not hold the rows that Shopify counted",
            "try again; if it comes again, report it to Shopify with the operation's id");

    private ShopifyErrors() {}
}
