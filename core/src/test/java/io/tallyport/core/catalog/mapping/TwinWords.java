package io.tallyport.core.catalog.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What made-up articles are called. */
final class TwinWords {

    static final List<String> BRANDS = brands();
    static final List<String> ADJECTIVES = List.of(
            "Classic",
            "Modern",
            "Slim",
            "Outdoor",
            "Vintage",
            "Urban",
            "Light",
            "Heavy",
            "Soft",
            "Compact",
            "Junior",
            "Senior",
            "Alpine",
            "Coastal",
            "Daily",
            "Festive",
            "Premium",
            "Basic",
            "Organic",
            "Recycled",
            "Striped",
            "Checked",
            "Plain",
            "Printed",
            "Foldable",
            "Waterproof",
            "Windproof",
            "Padded",
            "Ribbed",
            "Quilted");
    static final List<String> MATERIALS = List.of(
            "Cotton",
            "Linen",
            "Wool",
            "Silk",
            "Leather",
            "Denim",
            "Fleece",
            "Canvas",
            "Bamboo",
            "Nylon",
            "Cashmere",
            "Suede",
            "Velvet",
            "Corduroy",
            "Felt",
            "Rubber",
            "Steel",
            "Oak",
            "Ceramic",
            "Glass");
    static final List<String> NOUNS = List.of(
            "Shirt",
            "Jacket",
            "Trousers",
            "Sweater",
            "Socks",
            "Scarf",
            "Gloves",
            "Hat",
            "Boots",
            "Sandals",
            "Backpack",
            "Wallet",
            "Belt",
            "Mug",
            "Plate",
            "Bowl",
            "Lamp",
            "Cushion",
            "Blanket",
            "Towel",
            "Notebook",
            "Pencil",
            "Bottle",
            "Basket",
            "Frame",
            "Candle",
            "Vase",
            "Tray",
            "Apron",
            "Umbrella",
            "Poncho",
            "Slippers",
            "Robe",
            "Tunic",
            "Blouse",
            "Skirt",
            "Dress",
            "Vest",
            "Coat",
            "Hoodie");
    static final List<String> COLOURS = List.of(
            "Black", "White", "Red", "Blue", "Green", "Yellow", "Grey", "Brown", "Orange", "Purple", "Pink", "Navy",
            "Olive", "Sand", "Rust", "Mint", "Coral", "Ivory", "Teal", "Plum");
    static final List<String> SIZES = List.of("S", "M", "L", "XL");
    static final List<String> CATEGORIES =
            List.of("Clothing", "Accessories", "Home/Kitchen", "Outdoor", "Gifts", "Stationery");
    static final List<String> EXTRAS =
            List.of("NEW", "Sale", "unisex", "Edition 2024", "(limited)", "by hand", "for him", "bestseller");

    private TwinWords() {}

    /** The first three letters, as on labels. */
    static String code(String colour) {
        return colour.substring(0, 3).toUpperCase(Locale.ROOT);
    }

    private static List<String> brands() {
        List<String> brands = new ArrayList<>();
        for (String first :
                List.of("Nor", "Ald", "Vel", "Kes", "Bram", "Fjor", "Lun", "Ost", "Hav", "Mir", "Tor", "Wes")) {
            for (String second : List.of("wood", "berg", "field", "dal", "ton", "haus", "line", "mark")) {
                brands.add(first + second);
            }
        }
        return brands;
    }
}
