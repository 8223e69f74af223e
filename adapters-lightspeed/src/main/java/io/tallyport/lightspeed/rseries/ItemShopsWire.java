package io.tallyport.lightspeed.rseries;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The relation of an item to its stock rows; one row comes as an object instead of a list. */
record ItemShopsWire(@JsonProperty("ItemShop") @Nullable List<ItemShopWire> rows) {}
