package io.tallyport.remote;

import com.fasterxml.jackson.databind.JsonNode;
import io.tallyport.core.connection.AuthorizationErrors;
import io.tallyport.core.kernel.ErrorCode;
import io.tallyport.remote.Problem.Kind;
import java.util.Optional;
import java.util.Set;

/**
 * What a token server means by its answers: RFC 6749, section 5.2.
 *
 * <p>Bodies hold tokens, and refusals may repeat what was sent, so nothing of a body gets into a message but one of the
 * known words.
 */
final class TokenClassifier implements AnswerClassifier {

    private static final Set<String> OF_CLIENT = Set.of("invalid_client", "unauthorized_client");
    private static final Set<String> WORDS = Set.of(
            "invalid_request",
            "invalid_client",
            "invalid_grant",
            "unauthorized_client",
            "unsupported_grant_type",
            "invalid_scope",
            "access_denied",
            "app_not_installed",
            "shop_not_permitted");

    private final AnswerClassifier platform;

    TokenClassifier(AnswerClassifier platform) {
        this.platform = platform;
    }

    @Override
    public Optional<Problem> problem(Answer<?> answer) {
        int status = answer.status();
        if (status >= 200 && status < 300) {
            return hasToken(answer)
                    ? Optional.empty()
                    : Optional.of(Problem.unreadable("the token server's answer holds no access token"));
        }
        String word = word(answer);
        String said = "the token server answered with status " + status + (word.isEmpty() ? "" : " (" + word + ")");
        return Optional.of(
                switch (status) {
                    case 429, 503 -> Problem.of(Kind.NOT_DONE, said, AuthorizationErrors.NOT_RENEWED);
                    case 400, 401, 403 ->
                        Problem.of(
                                Kind.AUTHENTICATION,
                                said,
                                OF_CLIENT.contains(word)
                                        ? AuthorizationErrors.CLIENT_REFUSED
                                        : AuthorizationErrors.ENDED);
                    case 408, 500, 502, 504 -> Problem.of(Kind.LOST, said, AuthorizationErrors.NOT_RENEWED);
                    default ->
                        status >= 500
                                ? Problem.of(Kind.LOST, said, AuthorizationErrors.NOT_RENEWED)
                                : Problem.of(Kind.REJECTED, said, AuthorizationErrors.NOT_RENEWED);
                });
    }

    private static boolean hasToken(Answer<?> answer) {
        return answer.json()
                .map(json -> json.path("access_token"))
                .filter(JsonNode::isTextual)
                .filter(token -> !token.asText().isBlank())
                .isPresent();
    }

    private static String word(Answer<?> answer) {
        return answer.json()
                .map(json -> json.path("error").asText(""))
                .filter(WORDS::contains)
                .orElse("");
    }

    @Override
    public ErrorCode code(Breakdown breakdown) {
        return platform.code(breakdown);
    }
}
