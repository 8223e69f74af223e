package io.tallyport.lightspeed.rseries;

import io.tallyport.remote.AuthOptions;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which of an item's codes is its SKU: exactly this one, without a fall-back to another. */
enum SkuField {
    CUSTOM_SKU("customSku"),
    MANUFACTURER_SKU("manufacturerSku"),
    UPC("upc"),
    EAN("ean"),
    SYSTEM_SKU("systemSku");

    static final String OPTION = "sku-field";

    private final String field;

    SkuField(String field) {
        this.field = field;
    }

    @Nullable
    String of(ItemWire item) {
        return switch (this) {
            case CUSTOM_SKU -> item.customSku();
            case MANUFACTURER_SKU -> item.manufacturerSku();
            case UPC -> item.upc();
            case EAN -> item.ean();
            case SYSTEM_SKU -> item.systemSku();
        };
    }

    /**
     * What the options of a connection say.
     *
     * @throws IllegalArgumentException for an option or a field that does not exist
     */
    static SkuField from(Map<String, String> options) {
        for (String option : options.keySet()) {
            boolean known =
                    option.equals(OPTION) || ShownOptions.NAMES.contains(option) || AuthOptions.NAMES.contains(option);
            if (!known) {
                throw new IllegalArgumentException("unknown option \"" + option + "\" for lightspeed-r; there is: "
                        + OPTION + ", " + String.join(", ", ShownOptions.NAMES) + ", "
                        + String.join(", ", AuthOptions.NAMES));
            }
        }
        String wanted = options.getOrDefault(OPTION, CUSTOM_SKU.field);
        return Arrays.stream(values())
                .filter(each -> each.field.equalsIgnoreCase(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"" + wanted + "\" is no " + OPTION + "; there are: "
                        + Arrays.stream(values()).map(each -> each.field).collect(Collectors.joining(", "))));
    }
}
