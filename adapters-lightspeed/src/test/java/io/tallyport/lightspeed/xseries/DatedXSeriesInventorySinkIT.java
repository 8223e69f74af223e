package io.tallyport.lightspeed.xseries;

/** Levels are read and adjusted by a dated version. */
class DatedXSeriesInventorySinkIT extends XSeriesSinkKit {

    DatedXSeriesInventorySinkIT() {
        super("2026-07");
    }
}
