package io.inlet.simulator;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** command_status values that carriers and gateways use here (SMPP 3.4, section 5.1.3). */
public enum CommandStatus {
    ESME_ROK(0x00),
    ESME_RINVMSGLEN(0x01),
    ESME_RINVCMDLEN(0x02),
    ESME_RINVCMDID(0x03),
    ESME_RINVBNDSTS(0x04),
    ESME_RALYBND(0x05),
    ESME_RSYSERR(0x08),
    ESME_RINVDSTADR(0x0b),
    ESME_RBINDFAIL(0x0d),
    ESME_RINVPASWD(0x0e),
    ESME_RINVSYSID(0x0f),
    ESME_RMSGQFUL(0x14),
    ESME_RSUBMITFAIL(0x45),
    ESME_RTHROTTLED(0x58),
    ESME_RX_T_APPN(0x64),
    ESME_RX_P_APPN(0x65),
    ESME_RX_R_APPN(0x66),
    ESME_RQUERYFAIL(0x67),
    ESME_RDELIVERYFAILURE(0xfe),
    ESME_RUNKNOWNERR(0xff);

    private final int code;

    CommandStatus(int code) {
        this.code = code;
    }

    /** The value on the wire. */
    public int code() {
        return code;
    }

    /** The name of a value, or the value in hexadecimal digits if it has none here. */
    public static String nameOf(int code) {
        for (CommandStatus status : values()) {
            if (status.code == code) {
                return status.name();
            }
        }
        return "0x%02x".formatted(code);
    }

    /**
     * The value for a name such as {@code ESME_RALYBND}, or for a number such as {@code 0x05}.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static int parse(String text) {
        try {
            return text.toLowerCase(Locale.ROOT).startsWith("0x")
                    ? Integer.parseUnsignedInt(text.substring(2), 16)
                    : valueOf(text.toUpperCase(Locale.ROOT)).code;
        } catch (IllegalArgumentException e) {
            String known = Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(" "));
            throw new IllegalArgumentException(
                    "status: expected 0x and digits or one of " + known + ", found " + text, e);
        }
    }
}
