package io.tallyport.sandbox.xseries;

/** Which of the two forms of the API a path asks for. */
enum Contract {
    /** Version 2.0. */
    NUMBERED,
    /** The versions named by a month; all that are supported are served as 2026-07. */
    DATED;

    Contract other() {
        return this == NUMBERED ? DATED : NUMBERED;
    }
}
