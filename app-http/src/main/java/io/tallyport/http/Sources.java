package io.tallyport.http;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where requests come from. Behind a reverse proxy that is what the proxy says, the last address of {@code X-Forwarded-For} that is
 * not a proxy's own; from anybody else the header is an assertion and counts for nothing.
 *
 * @param proxies addresses of reverse proxies, as their connections come from
 */
record Sources(Set<String> proxies) {

    private static final String KEY = "source";

    /** As long as an IPv6 address with a zone can be; what is longer is none. */
    private static final int LONGEST = 60;

    Sources {
        proxies = Set.copyOf(proxies);
    }

    void note(Context context) {
        context.attribute(KEY, source(context.ip(), Optional.ofNullable(context.header("X-Forwarded-For"))));
    }

    String source(String peer, Optional<String> forwarded) {
        if (!proxies.contains(peer) || forwarded.isEmpty()) {
            return peer;
        }
        List<String> hops = List.of(forwarded.get().split(",", -1));
        for (int i = hops.size() - 1; i >= 0; i--) {
            String hop = hops.get(i).strip();
            if (!proxies.contains(hop)) {
                return hop.isEmpty() || hop.length() > LONGEST ? peer : hop;
            }
        }
        return peer;
    }

    static String of(Context context) {
        String noted = context.attribute(KEY);
        return noted == null ? context.ip() : noted;
    }
}
