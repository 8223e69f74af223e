package io.tallyport.persistence;

import io.tallyport.core.kernel.PortException;
import java.nio.file.Path;
import java.util.function.Supplier;

/** A process of its own that puts settings into an embedded database, and then stops in the way it is told. */
final class SettingsWriter {

    private static final int PATIENCE = 1000;

    private SettingsWriter() {}

    /**
     * Writes.
     *
     * @param arguments directory, prefix of the keys, how many, and {@code halt} or {@code close}
     */
    public static void main(String[] arguments) {
        Path directory = Path.of(arguments[0]);
        int count = Integer.parseInt(arguments[2]);
        Database database = patiently(() -> {
            Database opened = Database.open(DatabaseSettings.embedded(directory), TestDatabase.KEY);
            opened.migrate();
            return opened;
        });
        for (int i = 0; i < count; i++) {
            String key = arguments[1] + i;
            patiently(() -> {
                database.stores().settings().put(key, "value");
                return true;
            });
        }
        if (arguments[3].equals("halt")) {
            Runtime.getRuntime().halt(0);
        }
        database.close();
    }

    /** Again after a transient failure, as a caller should: the process that shares the file may just have gone. */
    private static <T> T patiently(Supplier<T> work) {
        for (int attempt = 1; attempt < PATIENCE; attempt++) {
            try {
                return work.get();
            } catch (PortException.Transient | PortException.UnknownOutcome again) {
                Thread.onSpinWait();
            }
        }
        return work.get();
    }
}
