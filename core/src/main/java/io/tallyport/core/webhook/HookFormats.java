package io.tallyport.core.webhook;

import io.tallyport.core.connection.Platform;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The formats of the platforms whose hooks are taken. Immutable. */
public final class HookFormats {

    private final Map<String, HookFormat> byPlatform;

    private HookFormats(Map<String, HookFormat> byPlatform) {
        this.byPlatform = byPlatform;
    }

    /** The platforms that are known here, with what their pages leave open. */
    public static HookFormats of(Choices choices) {
        return of(List.of(
                new XSeriesHooks(choices.xSeriesOverPayload()),
                new ShopifyHooks(),
                new LoyverseHooks(choices.loyverseCoding())));
    }

    /** Formats of one's own. */
    public static HookFormats of(List<HookFormat> formats) {
        Map<String, HookFormat> byPlatform = new TreeMap<>();
        formats.forEach(format -> byPlatform.put(format.platform().code(), format));
        return new HookFormats(byPlatform);
    }

    /**
     * What the vendors' pages leave open.
     *
     * @param xSeriesOverPayload whether X-Series signs the field {@code payload} alone, and not the whole form
     * @param loyverseCoding how Loyverse writes its signature
     */
    public record Choices(boolean xSeriesOverPayload, SignatureCoding loyverseCoding) {

        /** What receivers in use have found. */
        public static final Choices DEFAULT = new Choices(false, SignatureCoding.HEX);
    }

    Optional<HookFormat> find(Platform platform) {
        return Optional.ofNullable(byPlatform.get(platform.code()));
    }
}
