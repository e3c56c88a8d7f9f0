package io.inlet.consent;

/** How a person consented: a closed list. */
public enum ConsentMethod {
    WEB_FORM,
    PAPER_FORM,
    IN_APP,
    RECORDED_CALL,
    /** Confirmed once more by what was sent to the person. */
    DOUBLE_OPT_IN,
    /** By a contract of which receiving is part; no opt-in. */
    CONTRACT,
    /** By what the person did, such as going on to use a service; no opt-in. */
    IMPLIED;

    /** Whether the person said yes to this and nothing else, which marketing needs. */
    public boolean isOptIn() {
        return switch (this) {
            case WEB_FORM, PAPER_FORM, IN_APP, RECORDED_CALL, DOUBLE_OPT_IN -> true;
            case CONTRACT, IMPLIED -> false;
        };
    }
}
