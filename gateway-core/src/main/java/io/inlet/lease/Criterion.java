package io.inlet.lease;

/** What a number is wanted by. */
public enum Criterion {
    NUMBER,
    COUNTRY,
    REGION,
    AREA_CODE,
    LINE_TYPE,
    CARRIER,
    PATTERN,
    TAGS,
    RESIDENCY
}
