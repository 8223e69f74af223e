package io.tallyport.lightspeed.xseries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tallyport.remote.Problem.Kind;
import io.tallyport.remote.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireTest {

    private static final ObjectMapper JSON = XSeriesApi.mapper();
    private static final ApiVersion DATED = new ApiVersion("2026-07");

    @Test
    void theNextPageBeginsAfterTheLastRow() throws Exception {
        VersionPage<OutletWire> page = enveloped("""
                {"data":[{"id":"a","version":12},{"id":"b","version":4284638488}],"version":{"min":12,"max":4284638488}}
                """, 5);

        assertThat(page.rows()).extracting(OutletWire::id).containsExactly("a", "b");
        assertThat(page.last()).isEqualTo(4284638488L);
        assertThat(page.isEnd()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":[],\"version\":{\"min\":null,\"max\":null}}",
                "{\"data\":[]}",
                "{\"data\":null}",
                "{\"data\":[],\"version\":{\"max\":5}}"
            })
    void anEmptyPageIsTheEnd(String body) throws Exception {
        VersionPage<OutletWire> page = enveloped(body, 5);

        assertThat(page.isEnd()).isTrue();
        assertThat(page.last()).isEqualTo(5);
    }

    @Test
    void aPageThatLostItsEndIsGoneOnAfterTheRowsThatCame() throws Exception {
        VersionPage<OutletWire> page =
                enveloped("{\"data\":[{\"id\":\"a\",\"version\":12}],\"version\":{\"max\":90}}", 5);

        assertThat(page.last()).isEqualTo(12);
    }

    @Test
    void aPageThatLostAllItsRowsIsNotTheEnd() {
        ProblemException problem = catchThrowableOfType(
                ProblemException.class, () -> enveloped("{\"data\":[],\"version\":{\"min\":6,\"max\":90}}", 5));

        assertThat(problem.problem().kind()).isEqualTo(Kind.GARBLED);
    }

    @Test
    void aPageThatOnlyRepeatsIsAskedForAgain() {
        ProblemException problem = catchThrowableOfType(
                ProblemException.class, () -> enveloped("{\"data\":[{\"id\":\"a\",\"version\":5}]}", 5));

        assertThat(problem.problem().kind()).isEqualTo(Kind.GARBLED);
    }

    @Test
    void rowsWithoutVersionGoByThatOfThePage() throws Exception {
        assertThat(enveloped("{\"data\":[{\"id\":\"a\"}],\"version\":{\"max\":90}}", 5)
                        .last())
                .isEqualTo(90);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]|a list \"data\" was expected",
                "{}|a list \"data\" was expected",
                "{\"data\":{\"id\":\"a\"}}|a list \"data\" was expected",
                "{\"items\":[]}|a list \"data\" was expected",
                "\"text\"|a list \"data\" was expected",
                "{\"data\":[1]}|a row is no object",
                "{\"data\":[{\"id\":\"a\",\"version\":\"later\"}]}|later",
                "{\"data\":[{\"id\":\"a\"}]}|do not say their version",
                "{\"data\":[{\"id\":\"a\"}],\"version\":{\"max\":5}}|do not say their version",
                "{\"data\":[{\"id\":\"a\",\"version\":5},{\"id\":\"b\",\"version\":6}]}|above 5 were expected, version 5",
                "{\"data\":[{\"id\":\"a\",\"version\":9},{\"id\":\"b\",\"version\":8}]}|above 5 were expected, version 8",
            })
    void anotherFormIsNotGuessedAt(String body, String told) {
        assertThatThrownBy(() -> enveloped(body, 5))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("API version 2.0")
                .hasMessageContaining(told)
                .satisfies(thrown -> assertThat(
                                ((ProblemException) thrown).problem().code())
                        .contains(XSeriesErrors.VERSION_MISMATCH));
    }

    @Test
    void datedListsHaveNoEnvelope() throws Exception {
        VersionPage<OutletWire> page = Wire.bare(
                tree("[{\"id\":\"a\",\"version\":7},{\"id\":\"b\",\"version\":9}]"), OutletWire.class, DATED, 5);

        assertThat(page.last()).isEqualTo(9);
        assertThat(Wire.bare(tree("[]"), OutletWire.class, DATED, 9).isEnd()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":[],\"version\":{}}",
                "[{\"id\":\"a\",\"version\":9},{\"id\":\"b\",\"version\":7}]",
                "[{\"id\":\"a\"}]",
                "null"
            })
    void anEnvelopeOrFallingVersionsAreNotADatedList(String body) {
        assertThatThrownBy(() -> Wire.bare(tree(body), OutletWire.class, DATED, 5))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("API version 2026-07");
    }

    @Test
    void oneThingComesAsData() throws Exception {
        assertThat(Wire.data(tree("{\"data\":{\"name\":\"Ours\"}}"), RetailerWire.class, DATED)
                        .name())
                .isEqualTo("Ours");
        assertThatThrownBy(() -> Wire.data(tree("{\"data\":[]}"), RetailerWire.class, DATED))
                .isInstanceOf(ProblemException.class);
    }

    private static VersionPage<OutletWire> enveloped(String body, long after) throws Exception {
        return Wire.enveloped(tree(body), OutletWire.class, ApiVersion.TWO, after);
    }

    private static JsonNode tree(String body) throws Exception {
        return JSON.readTree(body);
    }
}
