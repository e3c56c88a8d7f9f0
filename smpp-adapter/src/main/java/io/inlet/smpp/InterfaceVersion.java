package io.inlet.smpp;

/** The version of SMPP that a bind offers (interface_version, section 5.2.4). */
public enum InterfaceVersion {
    /** What nearly all carriers speak. */
    V3_4(0x34),
    /** For carriers that ask for it; what Inlet receives is the same. */
    V5_0(0x50);

    private final int code;

    InterfaceVersion(int code) {
        this.code = code;
    }

    byte code() {
        return (byte) code;
    }
}
