package io.tallyport.sandbox.http;

import java.io.IOException;
import java.io.OutputStream;

/** A body that is written while it is read, and never held. */
@FunctionalInterface
public interface Content {

    /** Writes the first {@code bytes} bytes of it. */
    void writeTo(OutputStream out, long bytes) throws IOException;
}
