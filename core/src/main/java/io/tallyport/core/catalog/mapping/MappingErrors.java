package io.tallyport.core.catalog.mapping;

import io.tallyport.core.kernel.ErrorCode;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;

/** What the mapping of SKUs refuses, as codes to look up. */
public final class MappingErrors {

    public static final ErrorCode NO_PRODUCTS = new ErrorCode(
            "TP070",
            "The connection cannot tell its products",
            "use a platform that can: tallyport connection test NAME tells what it can do");
    public static final ErrorCode TAKEN = new ErrorCode(
            "TP071",
            "One of the items is mapped to another one",
            "see it with: tallyport sku map list ROUTE, and remove it first: tallyport sku map remove ROUTE ITEM");
    public static final ErrorCode NO_SUCH_ITEM = new ErrorCode(
            "TP072",
            "No item, or no single one, is meant by this",
            "name it by its id, as id:ITEM; tallyport sku suggest ROUTE shows ids");
    public static final ErrorCode UNREADABLE_FILE = new ErrorCode(
            "TP073",
            "The mapping file cannot be read",
            "see how it must look in docs/mapping-file.md, or export one: tallyport sku map export ROUTE FILE");

    private MappingErrors() {}

    static PortException.Rejected rejected(String operation, ErrorCode code, String message) {
        return new PortException.Rejected(FailureContext.of(operation).withCode(code), message);
    }
}
