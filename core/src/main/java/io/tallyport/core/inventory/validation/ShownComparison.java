package io.tallyport.core.inventory.validation;

import io.tallyport.core.catalog.Product;
import io.tallyport.core.catalog.ProductStatus;
import io.tallyport.core.catalog.Variant;
import io.tallyport.core.kernel.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Compares what customers are shown of one thing on both sides. Pure.
 *
 * <p>The source is the model: what it has must be in the shop. What it lacks (a description, tags, images) the shop may
 * have on its own.
 */
final class ShownComparison {

    /** A platform may tell no more than this many of a product's images. */
    private static final int MOST_IMAGES = 10;

    private final Set<Check> checks;
    private final PriceTolerance tolerance;

    ShownComparison(Set<Check> checks, PriceTolerance tolerance) {
        this.checks = checks;
        this.tolerance = tolerance;
    }

    List<FoundFlaw> of(Variant source, Variant target) {
        List<FoundFlaw> flaws = new ArrayList<>();
        Product ours = source.product();
        Product theirs = target.product();
        sale(ours.status(), theirs.status()).ifPresent(flaws::add);
        title(source, target).ifPresent(flaws::add);
        price(source.price(), target.price()).ifPresent(flaws::add);
        description(ours, theirs).ifPresent(flaws::add);
        images(ours, theirs).ifPresent(flaws::add);
        category(ours, theirs).ifPresent(flaws::add);
        tags(ours, theirs).ifPresent(flaws::add);
        flaws.removeIf(found -> !checks.contains(found.flaw().check()));
        return flaws;
    }

    private static Optional<FoundFlaw> sale(ProductStatus ours, ProductStatus theirs) {
        if (ours == ProductStatus.ACTIVE && theirs != ProductStatus.ACTIVE) {
            return Optional.of(new FoundFlaw(Flaw.NOT_FOR_SALE, word(ours), word(theirs)));
        }
        return ours == ProductStatus.ARCHIVED && theirs == ProductStatus.ACTIVE
                ? Optional.of(new FoundFlaw(Flaw.STILL_SOLD, word(ours), word(theirs)))
                : Optional.empty();
    }

    static String word(ProductStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    private static Optional<FoundFlaw> title(Variant source, Variant target) {
        return unless(
                folded(source.title()).equals(folded(target.title())), Flaw.TITLE, source.title(), target.title());
    }

    /** Without regard to case, to white space, and to how options are put behind a title. */
    private static String folded(String title) {
        return PlainText.spaced(PlainText.of(title).replace(" / ", " ")).toLowerCase(Locale.ROOT);
    }

    private Optional<FoundFlaw> price(Optional<Money> source, Optional<Money> target) {
        if (source.isEmpty() || target.isEmpty()) {
            return Optional.empty();
        }
        Money ours = source.get();
        Money theirs = target.get();
        if (!ours.currency().equals(theirs.currency())) {
            return Optional.of(new FoundFlaw(Flaw.CURRENCY, ours.toString(), theirs.toString()));
        }
        return unless(tolerance.covers(ours.amount(), theirs.amount()), Flaw.PRICE, ours.toString(), theirs.toString());
    }

    private static Optional<FoundFlaw> description(Product source, Product target) {
        String ours = source.description().map(PlainText::of).orElse("");
        String theirs = target.description().map(PlainText::of).orElse("");
        return unless(ours.isEmpty() || ours.equals(theirs), Flaw.DESCRIPTION, ours, theirs);
    }

    private static Optional<FoundFlaw> images(Product source, Product target) {
        int ours = Math.min(MOST_IMAGES, source.images().size());
        int theirs = Math.min(MOST_IMAGES, target.images().size());
        return unless(theirs >= ours, Flaw.IMAGES, counted(source), counted(target));
    }

    private static String counted(Product product) {
        int images = product.images().size();
        return images == 1 ? "1 image" : images + " images";
    }

    /** By the last name of its path: sides keep trees of their own. */
    private static Optional<FoundFlaw> category(Product source, Product target) {
        String ours = source.category().orElse("");
        String theirs = target.category().orElse("");
        return unless(ours.isEmpty() || leaf(ours).equals(leaf(theirs)), Flaw.CATEGORY, ours, theirs);
    }

    private static String leaf(String path) {
        return PlainText.spaced(path.substring(path.lastIndexOf('/') + 1)).toLowerCase(Locale.ROOT);
    }

    private static Optional<FoundFlaw> tags(Product source, Product target) {
        Set<String> known = target.tags().stream()
                .map(tag -> PlainText.spaced(tag).toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        Set<String> missing = source.tags().stream()
                .filter(tag -> !known.contains(PlainText.spaced(tag).toLowerCase(Locale.ROOT)))
                .collect(Collectors.toCollection(TreeSet::new));
        return unless(
                missing.isEmpty(),
                Flaw.TAGS,
                "lacking: " + String.join(", ", missing),
                String.join(", ", new TreeSet<>(target.tags())));
    }

    private static Optional<FoundFlaw> unless(boolean fine, Flaw flaw, String source, String target) {
        return fine ? Optional.empty() : Optional.of(new FoundFlaw(flaw, source, target));
    }
}
