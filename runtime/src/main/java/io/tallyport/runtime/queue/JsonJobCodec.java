package io.tallyport.runtime.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.tallyport.core.job.JobCodec;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Writes a record as a JSON object, and reads it back strictly.
 *
 * <p>A field that the record does not have, one that is missing, a number for a text and the same field twice are refused:
 * a payload that was edited by hand must not be taken for something else than what stands there. A form that changed gets
 * a new version, and {@link #upgrading} says how an older one becomes the next. Thread-safe; of a payload's values only
 * the place of a mistake is told.
 *
 * @param <T> a record of texts, numbers, truth values, enums, records, lists and maps
 */
public final class JsonJobCodec<T> implements JobCodec<T> {

    private static final TypeReference<LinkedHashMap<String, Object>> FIELDS = new TypeReference<>() {};

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(LogicalType.Textual, texts -> {
                texts.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                texts.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
                texts.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
            })
            .build();

    private final Class<T> type;
    private final int version;
    private final Map<Integer, UnaryOperator<Map<String, Object>>> upgrades;

    private JsonJobCodec(Class<T> type, int version, Map<Integer, UnaryOperator<Map<String, Object>>> upgrades) {
        this.type = type;
        this.version = version;
        this.upgrades = new TreeMap<>(upgrades);
    }

    /** A codec for a record whose form is this version. */
    public static <T> JsonJobCodec<T> of(Class<T> type, int version) {
        return new JsonJobCodec<>(type, version, Map.of());
    }

    /**
     * Also reads an older version.
     *
     * @param from that version
     * @param toNext makes the fields of the version after it
     */
    public JsonJobCodec<T> upgrading(int from, UnaryOperator<Map<String, Object>> toNext) {
        Map<Integer, UnaryOperator<Map<String, Object>>> more = new TreeMap<>(upgrades);
        more.put(from, toNext);
        return new JsonJobCodec<>(type, version, more);
    }

    @Override
    public String encode(T payload) {
        try {
            return MAPPER.writeValueAsString(payload);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException("the payload cannot be written: " + wrong.getOriginalMessage(), wrong);
        }
    }

    @Override
    public T decode(int written, String payload) {
        try {
            if (written == version) {
                return read(payload);
            }
            return MAPPER.convertValue(upgraded(written, payload), type);
        } catch (JsonProcessingException wrong) {
            throw unreadable(written, wrong);
        } catch (IllegalArgumentException wrong) {
            if (wrong.getCause() instanceof JsonProcessingException cause) {
                throw unreadable(written, cause);
            }
            throw wrong;
        }
    }

    private T read(String payload) throws JsonProcessingException {
        T read = MAPPER.readValue(payload, type);
        if (read == null) {
            throw new IllegalArgumentException("the payload is null, and not an object");
        }
        return read;
    }

    private Map<String, Object> upgraded(int written, String payload) throws JsonProcessingException {
        Map<String, Object> fields = MAPPER.readValue(payload, FIELDS);
        for (int from = written; from != version; from++) {
            UnaryOperator<Map<String, Object>> toNext = upgrades.get(from);
            if (toNext == null) {
                throw new IllegalArgumentException("the payload is of version " + written + ", and this program reads "
                        + readable() + (written > version ? "; a newer one wrote it" : ""));
            }
            fields = toNext.apply(fields);
        }
        return fields;
    }

    private String readable() {
        return upgrades.isEmpty() ? "version " + version : "versions " + upgrades.keySet() + " and " + version;
    }

    private IllegalArgumentException unreadable(int written, JsonProcessingException wrong) {
        return new IllegalArgumentException(
                "the payload is no " + type.getSimpleName() + " of version " + written + ": "
                        + JsonProblem.describe(wrong),
                wrong);
    }
}
