package io.tallyport.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.tallyport.core.kernel.ErrorCode;
import io.tallyport.core.kernel.PortException.FieldProblem;
import io.tallyport.remote.Problem;
import io.tallyport.remote.Problem.Kind;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ShopifyClassifierTest {

    private final ShopifyClassifier classifier = new ShopifyClassifier("2026-07");

    private Optional<Problem> classified(int status, String body) {
        return classifier.problem(status, Optional.of(Recorded.tree(body)), Optional.of("2026-07"));
    }

    static Stream<Arguments> recordedErrors() {
        return Stream.of(
                arguments(401, Recorded.UNAUTHORIZED, Kind.TOKEN_REFUSED, ShopifyErrors.AUTHENTICATION),
                arguments(400, Recorded.BAD_REQUEST_OBJECT, Kind.MISUNDERSTOOD, ShopifyErrors.NOT_UNDERSTOOD),
                arguments(402, "{\"errors\":\"Unavailable Shop\"}", Kind.REJECTED, ShopifyErrors.SHOP_CLOSED),
                arguments(403, "{\"errors\":\"Forbidden\"}", Kind.AUTHENTICATION, ShopifyErrors.SCOPE_MISSING),
                arguments(404, "{\"errors\":\"Not Found\"}", Kind.REJECTED, ShopifyErrors.SHOP_CLOSED),
                arguments(423, "{\"errors\":\"Locked\"}", Kind.REJECTED, ShopifyErrors.SHOP_CLOSED),
                arguments(422, "{\"errors\":\"Unprocessable\"}", Kind.REJECTED, ShopifyErrors.INVALID_DATA),
                arguments(429, "{\"errors\":\"Exceeded 2 calls per second\"}", Kind.NOT_DONE, ShopifyErrors.RATE_LIMIT),
                arguments(429, Recorded.VARIANT_LIMIT, Kind.REJECTED, ShopifyErrors.VARIANT_LIMIT),
                arguments(500, "{\"errors\":\"Internal Server Error\"}", Kind.LOST, ShopifyErrors.PLATFORM_FAILED),
                arguments(503, "{\"errors\":\"Unavailable\"}", Kind.LOST, ShopifyErrors.PLATFORM_FAILED),
                arguments(200, Recorded.UNDEFINED_FIELD, Kind.MISUNDERSTOOD, ShopifyErrors.NOT_UNDERSTOOD),
                arguments(200, Recorded.PARSE_ERROR, Kind.MISUNDERSTOOD, ShopifyErrors.NOT_UNDERSTOOD),
                arguments(200, Recorded.INVALID_VARIABLE, Kind.REJECTED, ShopifyErrors.INVALID_DATA),
                arguments(200, Recorded.INPUT_TOO_LONG, Kind.REJECTED, ShopifyErrors.INVALID_DATA),
                arguments(200, Recorded.KEY_REQUIRED, Kind.REJECTED, ShopifyErrors.INVALID_DATA),
                arguments(200, Recorded.ACCESS_DENIED, Kind.AUTHENTICATION, ShopifyErrors.SCOPE_MISSING),
                arguments(200, Recorded.NOT_FOUND, Kind.REJECTED, ShopifyErrors.UNKNOWN_LOCATION),
                arguments(200, Recorded.INTERNAL, Kind.LOST, ShopifyErrors.PLATFORM_FAILED),
                arguments(200, Recorded.THROTTLED, Kind.NOT_DONE, ShopifyErrors.RATE_LIMIT),
                arguments(200, Recorded.TOO_COSTLY, Kind.REJECTED, ShopifyErrors.TOO_COSTLY),
                arguments(200, Recorded.FILTER_IGNORED, Kind.MISUNDERSTOOD, ShopifyErrors.FILTER_IGNORED),
                arguments(200, "{}", Kind.UNREADABLE, ShopifyErrors.UNREADABLE),
                arguments(200, "{\"data\":null}", Kind.UNREADABLE, ShopifyErrors.UNREADABLE),
                arguments(200, "[1]", Kind.UNREADABLE, ShopifyErrors.UNREADABLE));
    }

    @ParameterizedTest
    @MethodSource("recordedErrors")
    void eachRecordedErrorIsRecognised(int status, String body, Kind kind, ErrorCode code) {
        assertThat(classified(status, body)).hasValueSatisfying(problem -> {
            assertThat(problem.kind()).isEqualTo(kind);
            assertThat(problem.code()).contains(code);
            assertThat(problem.message()).isNotBlank();
        });
    }

    @Test
    void anAnswerWithDataAndNoErrorsIsGood() {
        assertThat(classified(200, Recorded.data("{\"shop\":{\"name\":\"A\"}}")))
                .isEmpty();
    }

    @Test
    void userErrorsOfItsOwnKindAreTheCallersBusiness() {
        assertThat(classified(200, Recorded.set("null", Recorded.userError("null", "CHANGE_FROM_QUANTITY_STALE"))))
                .isEmpty();
    }

    @Test
    void aThrottledQueryWaitsForWhatIsMissingOfItsRequestedCost() {
        assertThat(classified(200, Recorded.THROTTLED).flatMap(Problem::retryAfter))
                .contains(Duration.ofSeconds(4));
    }

    @Test
    void aDenialNamesTheScope() {
        assertThat(classified(200, Recorded.ACCESS_DENIED).map(Problem::message))
                .contains("Access denied for location field. Required access: `read_locations` access scope.");
    }

    @Test
    void anInvalidVariableNamesItsPlace() {
        assertThat(classified(200, Recorded.INVALID_VARIABLE).orElseThrow().fields())
                .extracting(FieldProblem::field)
                .containsExactly("quantities.0.inventoryItemId");
    }

    @Test
    void errorsBesideTheResultOfAWriteLeaveItsEffectOpen() {
        String body = """
                {"data":{"inventorySetQuantities":{"inventoryAdjustmentGroup":null,"userErrors":[]}},
                "errors":[{"message":"Access denied for app field.","path":["inventorySetQuantities","x"],
                "extensions":{"code":"ACCESS_DENIED"}}]}""";
        assertThat(classified(200, body).map(Problem::kind)).contains(Kind.LOST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-04", "2026-10", ""})
    void anotherVersionThanTheOneAskedForIsNoAnswer(String answered) {
        Optional<String> header = Optional.of(answered).filter(text -> !text.isEmpty());
        String body = Recorded.data("{\"shop\":{\"name\":\"A\"}}");
        assertThat(classifier.problem(200, Optional.of(Recorded.tree(body)), header))
                .hasValueSatisfying(problem -> {
                    assertThat(problem.kind()).isEqualTo(Kind.UNREADABLE);
                    assertThat(problem.code()).contains(ShopifyErrors.WRONG_VERSION);
                    assertThat(problem.message()).contains("2026-07");
                });
    }

    @Test
    void anErrorFromTheEdgeNeedsNoJson() {
        assertThat(classifier.problem(502, Optional.empty(), Optional.empty()).map(Problem::kind))
                .contains(Kind.LOST);
    }

    static Stream<String> inEitherPlace(String code) {
        return Stream.of(Recorded.error(code), Recorded.set("null", Recorded.userError("null", code)));
    }

    @Test
    void aRequestStillRunningUnderTheKeyMayYetBeDone() {
        assertThat(inEitherPlace("IDEMPOTENCY_CONCURRENT_REQUEST")
                        .map(body -> classified(200, body).orElseThrow().kind()))
                .containsExactly(Kind.LOST, Kind.LOST);
    }

    @Test
    void aKeyUsedForTwoWritesIsAFaultOfOurs() {
        assertThat(inEitherPlace("IDEMPOTENCY_KEY_PARAMETER_MISMATCH")
                        .map(body ->
                                classified(200, body).flatMap(Problem::code).orElseThrow()))
                .containsExactly(ShopifyErrors.KEY_MISMATCH, ShopifyErrors.KEY_MISMATCH);
    }

    @Test
    void aSpentKeyIsAnOutcomeAndNoProblem() {
        assertThat(inEitherPlace("IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED").map(body -> classified(200, body)))
                .containsExactly(Optional.empty(), Optional.empty());
    }
}
