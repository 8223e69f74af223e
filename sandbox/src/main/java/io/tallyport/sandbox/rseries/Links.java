package io.tallyport.sandbox.rseries;

import io.tallyport.sandbox.http.SandboxRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** The full addresses of neighbouring pages, with everything the request had asked for. */
final class Links {

    private static final Set<String> OWN = Set.of("after", "before", "limit", "sort");

    private Links() {}

    static String to(SandboxRequest request, String direction, PageToken token, ListQuery<?> query) {
        StringBuilder link = new StringBuilder("http://")
                .append(request.header("host").orElse("127.0.0.1"))
                .append(request.path())
                .append('?');
        request.query().forEach((name, values) -> {
            if (!OWN.contains(name)) {
                values.forEach(value -> add(link, name, value).append('&'));
            }
        });
        add(link, "limit", Integer.toString(query.limit())).append('&');
        add(link, "sort", query.sort()).append('&');
        return add(link, direction, token.encoded()).toString();
    }

    private static StringBuilder add(StringBuilder link, String name, String value) {
        return link.append(encode(name)).append('=').append(encode(value));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
