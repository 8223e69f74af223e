package io.tallyport.sandbox.rseries;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a path names: the accounts, an account's list of an entity, or one row of it.
 *
 * @param below what of that row is named, such as {@code Shipment}
 * @param json whether the path ends in {@code .json}
 */
record Target(
        Optional<String> account, Optional<String> entity, Optional<Long> id, Optional<String> below, boolean json) {

    private static final Pattern PATH = Pattern.compile(
            "/API/V3/Account(?:/(\\d{1,18})(?:/([A-Za-z]+)(?:/(\\d{1,18})(?:/(Shipment))?)?)?)?(\\.json|\\.xml)?");

    static Optional<Target> of(String path) {
        Matcher matcher = PATH.matcher(path);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(new Target(
                Optional.ofNullable(matcher.group(1)),
                Optional.ofNullable(matcher.group(2)),
                Optional.ofNullable(matcher.group(3)).map(Long::valueOf),
                Optional.ofNullable(matcher.group(4)),
                ".json".equals(matcher.group(5))));
    }

    boolean list() {
        return entity.isPresent() && id.isEmpty();
    }
}
