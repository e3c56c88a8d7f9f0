package io.inlet.smpp;

/** The values of command_status that Inlet sends or understands (SMPP 3.4, section 5.1.3). */
public final class CommandStatus {
    static final int ESME_ROK = 0x00;
    static final int ESME_RINVMSGLEN = 0x01;
    static final int ESME_RINVCMDLEN = 0x02;
    static final int ESME_RINVCMDID = 0x03;
    static final int ESME_RALYBND = 0x05;
    static final int ESME_RSYSERR = 0x08;
    static final int ESME_RBINDFAIL = 0x0D;
    static final int ESME_RINVPASWD = 0x0E;
    static final int ESME_RINVSYSID = 0x0F;
    static final int ESME_RMSGQFUL = 0x14;
    static final int ESME_RSUBMITFAIL = 0x45;
    static final int ESME_RTHROTTLED = 0x58;
    static final int ESME_RX_T_APPN = 0x64;
    static final int ESME_RQUERYFAIL = 0x67;
    static final int ESME_RDELIVERYFAILURE = 0xFE;
    static final int ESME_RUNKNOWNERR = 0xFF;

    private CommandStatus() {}

    /** The name in the specification, or the number in hexadecimal. */
    public static String name(int status) {
        return switch (status) {
            case ESME_ROK -> "ESME_ROK";
            case ESME_RINVMSGLEN -> "ESME_RINVMSGLEN";
            case ESME_RINVCMDLEN -> "ESME_RINVCMDLEN";
            case ESME_RINVCMDID -> "ESME_RINVCMDID";
            case ESME_RALYBND -> "ESME_RALYBND";
            case ESME_RSYSERR -> "ESME_RSYSERR";
            case ESME_RBINDFAIL -> "ESME_RBINDFAIL";
            case ESME_RINVPASWD -> "ESME_RINVPASWD";
            case ESME_RINVSYSID -> "ESME_RINVSYSID";
            case ESME_RMSGQFUL -> "ESME_RMSGQFUL";
            case ESME_RSUBMITFAIL -> "ESME_RSUBMITFAIL";
            case ESME_RTHROTTLED -> "ESME_RTHROTTLED";
            case ESME_RX_T_APPN -> "ESME_RX_T_APPN";
            case ESME_RQUERYFAIL -> "ESME_RQUERYFAIL";
            case ESME_RDELIVERYFAILURE -> "ESME_RDELIVERYFAILURE";
            case ESME_RUNKNOWNERR -> "ESME_RUNKNOWNERR";
            default -> String.format("0x%08x", status);
        };
    }
}
