package io.tallyport.cli;

import java.io.IOException;
import java.io.Writer;

/** A report as one JSON object: the validation, then its rows. */
final class JsonReport implements ValidationReport.Form {

    private boolean first = true;

    @Override
    public void begin(Writer out, ValidationView validation) throws IOException {
        out.write("{\"format\":\"tallyport.validation\",\"version\":1,\n\"validation\":" + Json.write(validation)
                + ",\n\"rows\":[");
    }

    @Override
    public void row(Writer out, ValidationView.Row row) throws IOException {
        out.write((first ? "\n" : ",\n") + Json.write(row));
        first = false;
    }

    @Override
    public void end(Writer out) throws IOException {
        out.write("]}\n");
    }
}
