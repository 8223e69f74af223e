package io.tallyport.core.inventory;

class InMemoryShopTest implements InventorySourceContract, InventorySinkContract {

    private final InMemoryShop shop = filled();

    private static InMemoryShop filled() {
        InMemoryShop shop = new InMemoryShop("main");
        for (int i = 100; i < 160; i++) {
            shop.stock("item-" + i, "SKU-" + i, Integer.toString(i));
        }
        return shop.stock("item-200", "SKU-200", "0").stocking("item-200", Stocking.NOT_STOCKED);
    }

    @Override
    public ShopUnderTest shop() {
        return shop;
    }

    @Override
    public InventorySink sink() {
        return shop;
    }
}
