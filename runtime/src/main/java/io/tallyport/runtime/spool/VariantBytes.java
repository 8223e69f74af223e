package io.tallyport.runtime.spool;

import io.tallyport.core.catalog.Product;
import io.tallyport.core.catalog.ProductStatus;
import io.tallyport.core.catalog.Variant;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Money;
import io.tallyport.core.kernel.Sku;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A variant as bytes, for as long as the process lives. */
final class VariantBytes {

    private VariantBytes() {}

    static byte[] write(Variant variant) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        DataOutputStream out = new DataOutputStream(bytes);
        text(out, variant.item().value());
        optional(out, variant.sku().map(Sku::value));
        texts(out, variant.barcodes());
        texts(out, variant.options());
        optional(out, variant.price().map(price -> price.amount().toString()));
        optional(out, variant.price().map(price -> price.currency().getCurrencyCode()));
        Product product = variant.product();
        text(out, product.id().value());
        text(out, product.title());
        optional(out, product.description());
        optional(out, product.category());
        texts(out, product.tags());
        texts(out, product.images());
        text(out, product.status().name());
        return bytes.toByteArray();
    }

    static Variant read(byte[] bytes, int from, int length) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, from, length));
        ExternalId item = new ExternalId(text(in));
        Optional<Sku> sku = optional(in).map(Sku::new);
        List<String> barcodes = texts(in);
        List<String> options = texts(in);
        Optional<String> amount = optional(in);
        Optional<String> currency = optional(in);
        Product product = new Product(
                new ExternalId(text(in)),
                text(in),
                optional(in),
                optional(in),
                Set.copyOf(texts(in)),
                texts(in),
                ProductStatus.valueOf(text(in)));
        Optional<Money> price = amount.flatMap(
                units -> currency.map(code -> new Money(new BigDecimal(units), Currency.getInstance(code))));
        return new Variant(item, product, sku, Set.copyOf(barcodes), options, price);
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    private static void optional(DataOutputStream out, Optional<String> text) throws IOException {
        out.writeBoolean(text.isPresent());
        if (text.isPresent()) {
            text(out, text.get());
        }
    }

    private static Optional<String> optional(DataInputStream in) throws IOException {
        return in.readBoolean() ? Optional.of(text(in)) : Optional.empty();
    }

    private static void texts(DataOutputStream out, Collection<String> texts) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            text(out, text);
        }
    }

    private static List<String> texts(DataInputStream in) throws IOException {
        int count = in.readInt();
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            texts.add(text(in));
        }
        return texts;
    }
}
