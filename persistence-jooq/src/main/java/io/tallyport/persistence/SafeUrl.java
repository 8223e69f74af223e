package io.tallyport.persistence;

/** Cuts a database URL down to what may be shown: its parameters can hold a password. */
final class SafeUrl {

    private SafeUrl() {}

    static String of(String url) {
        String bare = url.split("[?;]", 2)[0];
        int at = bare.lastIndexOf('@');
        int slashes = bare.indexOf("//");
        return at > slashes && slashes >= 0 ? bare.substring(0, slashes + 2) + bare.substring(at + 1) : bare;
    }
}
