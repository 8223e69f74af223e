package io.tallyport.core.purchasing;

/** What a name of ours stands for at a platform. */
public enum PartnerKind {
    SUPPLIER,
    OUTLET,
    /** An item, by our SKU; goes before any item that bears the SKU there. */
    ITEM
}
