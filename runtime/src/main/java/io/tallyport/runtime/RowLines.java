package io.tallyport.runtime;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.Function;

/** Rows of a file as JSON, one a line, however many there are; and the text around them. */
final class RowLines {

    private final ObjectMapper json;
    private final OutputStream out;

    RowLines(ObjectMapper json, OutputStream out) {
        this.json = json;
        this.out = out;
    }

    /** Writes one row. */
    interface Form<R> {
        void write(R row, JsonGenerator out) throws IOException;
    }

    /**
     * Writes all rows, with commas between them.
     *
     * @param source hands each row to the consumer it is given, and says what it came to
     * @throws UncheckedIOException from within the consumer
     */
    <R, S> S write(Function<Consumer<R>, S> source, Form<R> form) throws IOException {
        try (JsonGenerator row =
                json.getFactory().createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            row.setRootValueSeparator(null);
            String[] before = {"\n"};
            return source.apply(next -> {
                try {
                    row.writeRaw(before[0]);
                    form.write(next, row);
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
                before[0] = ",\n";
            });
        }
    }

    /** Writes text as it is. */
    void text(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
