package io.tallyport.persistence;

import io.tallyport.core.kernel.ErrorCode;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Function;

/**
 * Where the key comes from that secrets are encrypted with: 32 random bytes in base64. It is read when the first secret
 * is touched, and never printed.
 */
public final class MasterKey {

    /** The environment variable that users are told about. */
    public static final String VARIABLE = "TALLYPORT_MASTER_KEY";

    static final ErrorCode WRONG_KEY = new ErrorCode(
            "DB002",
            "The master key is missing or another one",
            "give the key that the secrets were stored with, in " + VARIABLE
                    + " or as the file master.key in the data directory; when it is lost, remove the stored secrets and"
                    + " enter them again");

    private static final String FILE = "master.key";
    private static final int BYTES = 32;
    private static final String OPERATION = "read master key";

    private final String origin;
    private final Function<Boolean, byte[]> reader;

    private MasterKey(String origin, Function<Boolean, byte[]> reader) {
        this.origin = origin;
        this.reader = reader;
    }

    /** The key in an environment value. */
    public static MasterKey fromEnvironment(String base64) {
        return new MasterKey(VARIABLE, mayCreate -> decode(base64, VARIABLE));
    }

    /**
     * The key in the owner-only file {@code master.key} of a directory. It is made there for a database that has no
     * secrets yet, and never for another.
     */
    public static MasterKey inDirectory(Path dataDirectory) {
        Path file = dataDirectory.resolve(FILE);
        return new MasterKey(file.toString(), mayCreate -> read(file, mayCreate));
    }

    /**
     * Reads the key.
     *
     * @param mayCreate whether nothing has been encrypted yet
     * @throws PortException.Rejected when there is none, or it is no key
     */
    byte[] bytes(boolean mayCreate) {
        return reader.apply(mayCreate);
    }

    /** Where a person finds it. */
    String origin() {
        return origin;
    }

    private static byte[] read(Path file, boolean mayCreate) {
        try {
            if (mayCreate) {
                return decode(OwnerOnlyFile.readOrCreate(file, random()), file.toString());
            }
            if (!Files.exists(file)) {
                throw rejected("there are stored secrets, but no master key in " + file);
            }
            return decode(Files.readString(file).strip(), file.toString());
        } catch (IOException failed) {
            throw rejected("the master key in " + file + " cannot be read: " + failed.getMessage());
        }
    }

    private static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] decode(String base64, String origin) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64.strip());
            if (bytes.length == BYTES) {
                return bytes;
            }
            throw rejected("the master key in " + origin + " has " + bytes.length + " bytes instead of " + BYTES);
        } catch (IllegalArgumentException notBase64) {
            throw rejected("the master key in " + origin + " is not base64 (make one with: openssl rand -base64 32)");
        }
    }

    static PortException.Rejected rejected(String message) {
        return new PortException.Rejected(FailureContext.of(OPERATION).withCode(WRONG_KEY), message);
    }

    @Override
    public String toString() {
        return "MasterKey[" + origin + "]";
    }
}
