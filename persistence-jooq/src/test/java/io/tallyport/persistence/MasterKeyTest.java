package io.tallyport.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.connection.Secret;
import io.tallyport.core.kernel.PortException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MasterKeyTest {

    private static final String ID = SecretCipher.idOf(new byte[32]);
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    @Test
    void theKeyOfTheEnvironmentIsRead() {
        assertThat(MasterKey.fromEnvironment(" " + KEY + "\n").named(ID)).hasSize(32);
    }

    @Test
    void whatIsNoKeyIsRejectedWithTheWayOutAndNotPrinted() {
        for (String wrong : List.of("", "c2hvcnQ=", "not base64 !", KEY + KEY)) {
            assertThatThrownBy(() -> MasterKey.fromEnvironment(wrong).forNewSecrets())
                    .isInstanceOfSatisfying(PortException.Rejected.class, rejected -> {
                        assertThat(rejected.describe()).contains("DB002", "TALLYPORT_MASTER_KEY");
                        assertThat(wrong.isEmpty() || !rejected.describe().contains(wrong))
                                .isTrue();
                    });
        }
    }

    @Test
    void aFileIsMadeOnceAndOnlyWhenItMayBe(@TempDir Path directory) {
        MasterKey key = MasterKey.inDirectory(directory);

        assertThatThrownBy(() -> key.named(ID)).isInstanceOf(PortException.Rejected.class);
        byte[] made = key.forNewSecrets();

        assertThat(made).hasSize(32).isNotEqualTo(new byte[32]);
        assertThat(key.forNewSecrets()).isEqualTo(made);
        assertThat(key.named(SecretCipher.idOf(made))).isEqualTo(made);
    }

    @Test
    void itsDirectoryIsMadeToo(@TempDir Path directory) {
        Path missing = directory.resolve("home").resolve("data");

        byte[] made = MasterKey.inDirectory(missing).forNewSecrets();

        assertThat(MasterKey.inDirectory(missing).forNewSecrets()).isEqualTo(made);
    }

    @Test
    void itPrintsWhereItIsAndNotWhatItIs() {
        assertThat(MasterKey.fromEnvironment(KEY)).hasToString("MasterKey[TALLYPORT_MASTER_KEY]");
    }

    @Test
    void theSameSecretIsNeverEncryptedTheSame() {
        SecretCipher cipher = new SecretCipher(new byte[32]);

        assertThat(cipher.encrypt("h", new Secret("x"))).isNotEqualTo(cipher.encrypt("h", new Secret("x")));
        assertThat(cipher.keyId()).hasSize(16).isEqualTo(new SecretCipher(new byte[32]).keyId());
    }
}
