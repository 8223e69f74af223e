package io.tallyport.persistence;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.util.SecretBytes;
import io.tallyport.core.connection.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** AES-256-GCM under one master key; a ciphertext opens only under the handle it was made for. */
final class SecretCipher {

    private static final int KEY_ID_BYTES = 8;

    private final Aead aead;
    private final String keyId;

    @AccessesPartialKey
    SecretCipher(byte[] masterKey) {
        try {
            aead = AesGcmJce.create(AesGcmKey.builder()
                    .setParameters(AesGcmParameters.builder()
                            .setKeySizeBytes(masterKey.length)
                            .setIvSizeBytes(12)
                            .setTagSizeBytes(16)
                            .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                            .build())
                    .setKeyBytes(SecretBytes.copyFrom(masterKey, InsecureSecretKeyAccess.get()))
                    .build());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has AES-256-GCM", impossible);
        }
        keyId = idOf(masterKey);
    }

    /** Names the key without giving it away: the beginning of a hash over random bytes. */
    String keyId() {
        return keyId;
    }

    String encrypt(String handle, Secret secret) {
        try {
            byte[] clear = secret.reveal().getBytes(StandardCharsets.UTF_8);
            return Base64.getEncoder().encodeToString(aead.encrypt(clear, associated(handle)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-256-GCM takes any text", impossible);
        }
    }

    /** The secret in clear; a rejection when the ciphertext is not what this key made for this handle. */
    Secret decrypt(String handle, String ciphertext) {
        try {
            byte[] bytes = Base64.getDecoder().decode(ciphertext);
            return new Secret(new String(aead.decrypt(bytes, associated(handle)), StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException altered) {
            throw MasterKey.rejected("the stored secret " + handle + " has been altered");
        }
    }

    private static byte[] associated(String handle) {
        return handle.getBytes(StandardCharsets.UTF_8);
    }

    /** The id of a key. */
    static String idOf(byte[] masterKey) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("tallyport master key id\n".getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(masterKey), 0, KEY_ID_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
