package io.tallyport.sandbox.rseries;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/** How the text of a filter is read. */
enum FieldType {
    NUMBER {
        @Override
        Value read(String text) {
            return Value.of(new BigDecimal(text));
        }
    },
    TEXT {
        @Override
        Value read(String text) {
            return Value.of(text);
        }
    },
    TIME {
        @Override
        Value read(String text) {
            return Value.of(OffsetDateTime.parse(text).toEpochSecond());
        }
    },
    FLAG {
        @Override
        Value read(String text) {
            if (!text.equals("true") && !text.equals("false")) {
                throw new IllegalArgumentException("neither true nor false");
            }
            return Value.of(text.equals("true"));
        }
    };

    abstract Value read(String text);

    Value parse(String field, String text) {
        try {
            return read(text);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw Refusal.badRequest("Invalid value '" + text + "' for field '" + field + "'.");
        }
    }
}
