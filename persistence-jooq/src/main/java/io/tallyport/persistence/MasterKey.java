package io.tallyport.persistence;

import io.tallyport.core.kernel.ErrorCode;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Where the key comes from that secrets are encrypted with: 32 random bytes in base64. It is read whenever a secret is
 * touched, so that a key that took its place counts at once, and never printed.
 */
public abstract sealed class MasterKey permits MasterKeyFile, MasterKeyVariable {

    /** The environment variable that users are told about. */
    public static final String VARIABLE = "TALLYPORT_MASTER_KEY";

    static final ErrorCode WRONG_KEY = new ErrorCode(
            "DB002",
            "The master key is missing or another one",
            "give the key that the secrets were stored with, in " + VARIABLE
                    + " or as the file master.key in the data directory; when it is lost, remove the stored secrets and"
                    + " enter them again");

    static final ErrorCode NEXT_KEY = new ErrorCode(
            "DB004",
            "The next master key is missing or cannot be used",
            "make one with openssl rand -base64 32, put it into a variable, and run:"
                    + " tallyport secrets rotate-key --new-key-env VAR");

    private static final int BYTES = 32;
    private static final String OPERATION = "read master key";

    /** The key in an environment value. */
    public static MasterKey fromEnvironment(String base64) {
        return new MasterKeyVariable(base64);
    }

    /**
     * The key in the owner-only file {@code master.key} of a directory. It is made there for a database that has no
     * secrets yet, and never for another. Where a database names another key, {@code master.key.ID} beside it is looked
     * for: the next key while it is being changed, or one from before, for a backup from then.
     */
    public static MasterKey inDirectory(Path dataDirectory) {
        return new MasterKeyFile(dataDirectory.resolve(MasterKeyFile.NAME));
    }

    /** The key for a database that has no secrets yet. */
    abstract byte[] forNewSecrets();

    /**
     * The key of that id.
     *
     * @throws PortException.Rejected when there is none, or another one
     */
    abstract byte[] named(String id);

    /** Where a person finds it. */
    abstract String origin();

    /** A new one. */
    static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    static byte[] decode(String base64, String origin) {
        return decode(base64, origin, WRONG_KEY);
    }

    static byte[] decode(String base64, String origin, ErrorCode code) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64.strip());
            if (bytes.length == BYTES) {
                return bytes;
            }
            throw rejected("the master key in " + origin + " has " + bytes.length + " bytes instead of " + BYTES, code);
        } catch (IllegalArgumentException notBase64) {
            throw rejected(
                    "the master key in " + origin + " is not base64 (make one with: openssl rand -base64 32)", code);
        }
    }

    static PortException.Rejected another(String wanted, String origin, String found) {
        return rejected("the stored secrets were encrypted with the master key " + wanted + ", the one in " + origin
                + " is " + found);
    }

    static PortException.Rejected rejected(String message) {
        return rejected(message, WRONG_KEY);
    }

    static PortException.Rejected rejected(String message, ErrorCode code) {
        return new PortException.Rejected(FailureContext.of(OPERATION).withCode(code), message);
    }

    @Override
    public final String toString() {
        return "MasterKey[" + origin() + "]";
    }
}
