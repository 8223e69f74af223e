package io.tallyport.sandbox.shopify;

import graphql.schema.DataFetchingEnvironment;
import io.tallyport.sandbox.http.FaultKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One request on its way through: what was asked of it, and what was noticed. */
final class Call {

    private static final String FIRST_WITH_MANDATORY_KEYS = "2026-04";

    private final String version;
    private final String variables;
    private final Optional<FaultKind> fault;
    private final String host;
    private final List<Map<String, Object>> searches = new ArrayList<>();
    private boolean faulted;

    /**
     * A call.
     *
     * @param host how the caller reaches this server
     */
    Call(String version, String variables, Optional<FaultKind> fault, String host) {
        this.version = version;
        this.variables = variables;
        this.fault = fault;
        this.host = host;
    }

    static Call of(DataFetchingEnvironment env) {
        return env.getGraphQlContext().get(Call.class);
    }

    /** From 2026-04 keys and comparisons are mandatory, and inactive levels keep and accept quantities. */
    boolean strict() {
        return version.compareTo(FIRST_WITH_MANDATORY_KEYS) >= 0;
    }

    /** As they came, in the order they came. */
    String variables() {
        return variables;
    }

    String host() {
        return host;
    }

    /** Whether that is to go wrong, which is then done once. */
    boolean takeFault(FaultKind kind) {
        boolean take = !faulted && fault.filter(kind::equals).isPresent();
        faulted |= take;
        return take;
    }

    boolean faulted() {
        return faulted;
    }

    void searched(List<Object> path, String query, List<Map<String, String>> warnings) {
        if (!warnings.isEmpty()) {
            searches.add(Map.of("path", path, "query", query, "warnings", warnings));
        }
    }

    List<Map<String, Object>> searches() {
        return searches;
    }
}
