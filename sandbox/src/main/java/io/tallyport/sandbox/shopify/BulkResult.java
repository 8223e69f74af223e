package io.tallyport.sandbox.shopify;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a bulk operation has written.
 *
 * @param bytes the size of the file, or of the part of it that a failed operation leaves
 * @param errorCode why it failed
 */
record BulkResult(Path file, long objects, long roots, long bytes, Optional<String> errorCode) {

    boolean failed() {
        return errorCode.isPresent();
    }
}
