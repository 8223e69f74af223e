package io.tallyport.sandbox.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One request as a stand-in sees it.
 *
 * @param method upper case
 * @param path decoded, without the query
 * @param query decoded parameters in the order given
 * @param headers the first value of each header, names in lower case
 * @param body decoded as UTF-8, empty when there is none
 */
public record SandboxRequest(
        String method, String path, Map<String, List<String>> query, Map<String, String> headers, String body) {

    /** The first value of the query parameter {@code name}. */
    public Optional<String> parameter(String name) {
        return query.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** The header {@code name}, which is given in lower case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
