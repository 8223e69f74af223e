package io.tallyport.lightspeed.xseries;

/** Levels are read by 2.0, and adjusted by a dated version. */
class NumberedXSeriesInventorySinkIT extends XSeriesSinkKit {

    NumberedXSeriesInventorySinkIT() {
        super("2.0");
    }
}
