package io.inlet.number;

/** What kind of company gave us a number. */
public enum SourceType {
    CARRIER,
    AGGREGATOR,
    VOIP_PROVIDER
}
