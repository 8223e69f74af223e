package io.tallyport.persistence;

/** The master key in an environment value. */
final class MasterKeyVariable extends MasterKey {

    private final String base64;

    MasterKeyVariable(String base64) {
        this.base64 = base64;
    }

    @Override
    byte[] forNewSecrets() {
        return decode(base64, VARIABLE);
    }

    @Override
    byte[] named(String id) {
        byte[] bytes = decode(base64, VARIABLE);
        String found = SecretCipher.idOf(bytes);
        if (!found.equals(id)) {
            throw another(id, VARIABLE, found);
        }
        return bytes;
    }

    @Override
    String origin() {
        return VARIABLE;
    }
}
