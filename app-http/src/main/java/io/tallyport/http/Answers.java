package io.tallyport.http;

import io.javalin.http.Context;
import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.Page;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How answers are written and what lists are asked with. */
final class Answers {

    private static final int LIMIT = 50;
    private static final int MOST = 500;
    private static final int NOT_MODIFIED = 304;

    private Answers() {}

    /**
     * A part of a list.
     *
     * @param next what to ask the next part with, as {@code cursor}; missing at the end
     */
    record Part<T>(List<T> items, @Nullable String next) {

        static <S, T> Part<T> of(Page<S> page, Function<S, T> view) {
            return new Part<>(
                    page.items().stream().map(view).toList(),
                    page.next().map(Cursor::value).orElse(null));
        }

        static <T> Part<T> whole(List<T> items) {
            return new Part<>(items, null);
        }
    }

    /** Answers with a document, or with nothing when the caller has it already. */
    static void json(Context context, Object document) {
        String text = Json.write(document);
        String tag = "\"" + hash(text) + "\"";
        context.header("ETag", tag);
        context.header("Cache-Control", "private, no-cache");
        if (tag.equals(context.header("If-None-Match"))) {
            context.status(NOT_MODIFIED);
            return;
        }
        context.result(text);
        context.contentType("application/json");
    }

    /** What was found; ends the request when nothing was. */
    static <T> T found(Optional<T> thing, String what) {
        return thing.orElseThrow(() -> Problem.notFound("there is no " + what).stop());
    }

    /** How many are asked for. */
    static int limit(Context context) {
        int limit =
                parameter(context, "limit").map(text -> number("limit", text)).orElse(LIMIT);
        if (limit < 1 || limit > MOST) {
            throw Problem.badRequest("limit is from 1 to " + MOST + ", got " + limit)
                    .stop();
        }
        return limit;
    }

    static Optional<Cursor> cursor(Context context) {
        return parameter(context, "cursor").map(Cursor::new);
    }

    static Optional<String> parameter(Context context, String name) {
        return Optional.ofNullable(context.queryParam(name)).filter(text -> !text.isBlank());
    }

    /** A number in the path. */
    static long id(Context context) {
        String text = context.pathParam("id");
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notANumber) {
            throw Problem.notFound("\"" + text + "\" is no number").stop();
        }
    }

    private static int number(String name, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notANumber) {
            throw Problem.badRequest(name + " is a number, got \"" + text + "\"")
                    .stop();
        }
    }

    /** A word that stands for a constant, in any case. */
    static <E extends Enum<E>> E constant(Class<E> type, String name, String word) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(word.replace('-', '_'))) {
                return constant;
            }
        }
        throw Problem.badRequest(name + " is one of " + List.of(type.getEnumConstants()) + ", got \"" + word + "\"")
                .stop();
    }

    private static String hash(String text) {
        try {
            byte[] bytes = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
