package io.tallyport.cli;

import io.tallyport.core.counting.CountReference;
import io.tallyport.core.counting.CountResult;
import io.tallyport.core.kernel.ErrorCode;
import io.tallyport.core.kernel.ExternalId;
import org.jspecify.annotations.Nullable;

/** How a step of a count ended, as it is shown. */
record CountView(
        String reference,
        String ending,
        String message,
        @Nullable String consignment,
        @Nullable String again,
        @Nullable String code,
        @Nullable String action) {

    static CountView of(CountReference reference, CountResult result) {
        return new CountView(
                reference.value(),
                Choices.word(result.ending()),
                result.message(),
                result.consignment().map(ExternalId::value).orElse(null),
                result.again().map(Object::toString).orElse(null),
                result.code().map(ErrorCode::code).orElse(null),
                result.code().map(ErrorCode::action).orElse(null));
    }

    void print(Screen screen) {
        if (again != null) {
            screen.attention(reference + " waits until " + again + ": " + message);
            screen.line("Give the same command again then.");
        } else if (code != null) {
            screen.attention(reference + " is held: " + code + " " + message);
            screen.line("To do: " + action);
        } else {
            screen.good(reference + ": " + message + ".");
        }
    }

    /** Held and waiting are partly done. */
    int exit() {
        return again == null && code == null ? ExitCode.OK : ExitCode.PARTIAL;
    }
}
