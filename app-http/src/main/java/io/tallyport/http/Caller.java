package io.tallyport.http;

import io.javalin.http.Context;
import io.tallyport.core.access.ApiToken;
import io.tallyport.core.access.Role;
import io.tallyport.core.access.TokenDesk;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ErrorCode;
import java.util.Optional;

/** Who makes a request, by the token in its header {@code Authorization: Bearer}. */
record Caller(ApiToken token) {

    static final ErrorCode NO_TOKEN = new ErrorCode(
            "TP171",
            "The request bears no token that opens anything",
            "send Authorization: Bearer TOKEN; make one with: tallyport token create NAME --role viewer");
    static final ErrorCode NOT_ALLOWED = new ErrorCode(
            "TP172",
            "The token's roles do not allow this",
            "use a token with the role that is named: tallyport token list");

    private static final String ATTRIBUTE = "caller";
    private static final String BEARER = "Bearer ";
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    /** The caller; ends the request when the token opens nothing. */
    static Caller of(Context context, TokenDesk tokens) {
        String header = Optional.ofNullable(context.header("Authorization")).orElse("");
        Optional<ApiToken> token = header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? tokens.authenticate(header.substring(BEARER.length()).strip())
                : Optional.empty();
        if (token.isEmpty()) {
            context.header("WWW-Authenticate", "Bearer");
            throw Problem.of(UNAUTHORIZED, NO_TOKEN).stop();
        }
        Caller caller = new Caller(token.get());
        context.attribute(ATTRIBUTE, caller);
        return caller;
    }

    static Caller of(Context context) {
        Caller caller = context.attribute(ATTRIBUTE);
        if (caller == null) {
            throw new IllegalStateException("this route asks for no token");
        }
        return caller;
    }

    static String idOf(Context context) {
        Caller caller = context.attribute(ATTRIBUTE);
        return caller == null ? "-" : caller.token().id();
    }

    /** Who is named in the audit trail. */
    String actor() {
        return "token " + token.id() + " (" + token.name() + ")";
    }

    boolean may(Role role, ConnectionId connection) {
        return token.grants().allow(role, connection);
    }

    boolean mayEverywhere(Role role) {
        return token.grants().allow(role);
    }

    /** Ends the request unless the role is held for what belongs to no connection. */
    void require(Role role) {
        if (!mayEverywhere(role)) {
            throw refused(role, "");
        }
    }

    /** Ends the request unless the role is held for the connection. */
    void require(Role role, ConnectionId connection) {
        if (!may(role, connection)) {
            throw refused(role, " on " + connection);
        }
    }

    private static Problem.Stop refused(Role role, String where) {
        Problem problem = Problem.of(FORBIDDEN, NOT_ALLOWED);
        return new Problem(
                        problem.type(),
                        problem.title(),
                        FORBIDDEN,
                        "it needs the role " + role.word() + where,
                        problem.code(),
                        problem.action(),
                        null)
                .stop();
    }
}
