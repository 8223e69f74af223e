package io.tallyport.core.catalog.mapping;

/** Both catalogues of a route, as read. */
record BothSides(CatalogueSide source, CatalogueSide target) {}
