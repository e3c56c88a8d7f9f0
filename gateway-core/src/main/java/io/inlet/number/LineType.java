package io.inlet.number;

/** What kind of line a number is, as its carrier says; never relabelled. */
public enum LineType {
    MOBILE,
    FIXED,
    VOIP,
    SHORT_CODE
}
