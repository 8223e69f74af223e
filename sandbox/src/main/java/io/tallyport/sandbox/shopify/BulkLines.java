package io.tallyport.sandbox.shopify;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The file of a bulk result while it is written: one JSON object a line, with slashes escaped.
 *
 * <p>Unless grouped, the rows of each depth go to a file of their own first, so that no child stands beside its parent.
 */
final class BulkLines implements Closeable {

    private static final JsonFactory JSON = new JsonFactory().setRootValueSeparator(null);

    static {
        JSON.setCharacterEscapes(new Slashes());
    }

    private final Path file;
    private final boolean grouped;
    private final List<JsonGenerator> generators = new ArrayList<>();
    private final List<Path> parts = new ArrayList<>();
    private volatile long objects;
    private volatile long roots;

    BulkLines(Path file, boolean grouped) {
        this.file = file;
        this.grouped = grouped;
    }

    /** Where a row of that depth is written to, 0 for one of a root connection. */
    JsonGenerator at(int depth) throws IOException {
        int part = grouped ? 0 : depth;
        while (generators.size() <= part) {
            Path path = generators.isEmpty() ? file : file.resolveSibling(file.getFileName() + "." + generators.size());
            parts.add(path);
            generators.add(JSON.createGenerator(new BufferedOutputStream(Files.newOutputStream(path), 64 * 1024)));
        }
        return generators.get(part);
    }

    /** Ends a row; from one thread only. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // read by other threads, written by this one alone
    void end(int depth) throws IOException {
        at(depth).writeRaw('\n');
        objects++;
        roots += depth == 0 ? 1 : 0;
    }

    long objects() {
        return objects;
    }

    long roots() {
        return roots;
    }

    /** Puts the parts together. */
    @Override
    public void close() throws IOException {
        for (JsonGenerator generator : generators) {
            generator.close();
        }
        for (Path part : parts) {
            if (!part.equals(file)) {
                try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.APPEND)) {
                    Files.copy(part, out);
                }
                Files.delete(part);
            }
        }
    }

    private static final class Slashes extends CharacterEscapes {

        private static final long serialVersionUID = 1;

        @Override
        public int[] getEscapeCodesForAscii() {
            int[] codes = CharacterEscapes.standardAsciiEscapesForJSON();
            codes['/'] = CharacterEscapes.ESCAPE_CUSTOM;
            return codes;
        }

        @Override
        public SerializableString getEscapeSequence(int character) {
            return new SerializedString("\\/");
        }
    }
}
