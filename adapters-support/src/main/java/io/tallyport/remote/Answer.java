package io.tallyport.remote;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import feign.Request;
import feign.Response;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A whole answer of whatever status: what the methods of an adapter's Feign interface return.
 *
 * <p>The body is read into {@code T} when it is first asked for, so that an error of another shape does no harm. Not
 * for sharing between threads.
 */
public final class Answer<T> {

    private final Request request;
    private final int status;
    private final Map<String, Collection<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final byte[] bytes;
    private final ObjectMapper mapper;
    private final JavaType type;
    private @Nullable JsonNode tree;
    private @Nullable T body;

    private Answer(Response response, byte[] bytes, ObjectMapper mapper, Type type) {
        this.request = response.request();
        this.status = response.status();
        this.headers.putAll(response.headers());
        this.bytes = bytes;
        this.mapper = mapper;
        this.type = mapper.constructType(type);
    }

    static Answer<?> of(Response response, ObjectMapper mapper, Type type) throws IOException {
        Response.Body body = response.body();
        if (body == null) {
            return new Answer<>(response, new byte[0], mapper, type);
        }
        try (body) {
            return new Answer<>(response, body.asInputStream().readAllBytes(), mapper, type);
        }
    }

    public int status() {
        return status;
    }

    /** The first value of a header, whatever the case of its name. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** The server's own time, of one second's precision. */
    public Optional<Instant> date() {
        return header("date").flatMap(HttpDates::parse);
    }

    /** The body as text, for what is not JSON. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Whether a web page came. */
    public boolean isHtml() {
        String kind = header("content-type").orElse("").toLowerCase(Locale.ROOT);
        String start = new String(bytes, 0, Math.min(bytes.length, 200), StandardCharsets.UTF_8).stripLeading();
        return start.startsWith("<")
                && (kind.contains("html")
                        || start.regionMatches(true, 0, "<!doctype html", 0, 14)
                        || start.regionMatches(true, 0, "<html", 0, 5));
    }

    /** The body as JSON; empty when it is something else. */
    public Optional<JsonNode> json() {
        if (tree == null) {
            try {
                JsonNode read = mapper.readTree(bytes);
                tree = read == null || read.isMissingNode() ? null : read;
            } catch (IOException e) {
                return Optional.empty();
            }
        }
        return Optional.ofNullable(tree);
    }

    /**
     * The body as what the Feign interface declares.
     *
     * @throws ProblemException when it is not that; {@link RemoteCalls} turns it into a Protocol failure
     */
    public T body() {
        if (body == null) {
            body = read();
        }
        return body;
    }

    private T read() {
        T value;
        try {
            value = tree == null ? mapper.readValue(bytes, type) : mapper.treeToValue(tree, type);
        } catch (JacksonException e) {
            throw Problem.unreadable("the answer is not the JSON that was agreed: " + e.getOriginalMessage())
                    .asException();
        } catch (IOException e) {
            throw Problem.unreadable("the answer cannot be read: " + e.getMessage())
                    .asException();
        }
        if (value == null) {
            throw Problem.unreadable("the answer has no content").asException();
        }
        return value;
    }

    /** Reads the body unless none was declared. */
    void ensureReadable() {
        if (!type.hasRawClass(Void.class)) {
            body();
        }
    }

    Request request() {
        return request;
    }
}
