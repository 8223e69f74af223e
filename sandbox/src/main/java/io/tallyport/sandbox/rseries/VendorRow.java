package io.tallyport.sandbox.rseries;

/** Somebody who sells to the account; guarded by the store's monitor. */
final class VendorRow {

    final long vendorId;
    String name;
    boolean archived;
    long timeStamp;

    VendorRow(long vendorId, String name, long timeStamp) {
        this.vendorId = vendorId;
        this.name = name;
        this.timeStamp = timeStamp;
    }
}
