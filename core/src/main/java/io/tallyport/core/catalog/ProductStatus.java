package io.tallyport.core.catalog;

/** Whether a product is for sale. */
public enum ProductStatus {
    /** For sale. */
    ACTIVE,
    /** Not yet, or not everywhere: kept, and hidden from customers. */
    DRAFT,
    /** Not any more. */
    ARCHIVED
}
