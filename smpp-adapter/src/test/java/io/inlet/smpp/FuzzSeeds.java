package io.inlet.smpp;

import com.cloudhopper.smpp.SmppConstants;
import io.inlet.sms.Octets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Where the fuzzer starts from: what carriers send, and what decoders trip over. */
final class FuzzSeeds {
    private static final byte[] PART = HexFormat.of().parseHex("050003090201636f6465203132");
    private static final String RECEIPT =
            "id:7f-1 sub:001 dlvrd:001 submit date:2603011200 done date:260301120507 stat:DELIVRD"
                    + " err:000 text:Hi";

    /** The values of messages' TLVs that get all of the rest, 0xFF00 octets, as their length. */
    private static final String PAYLOAD = "0424ff00";

    /** Repeated, these take decoders from one of their ways to another. */
    private static final List<String> UNITS =
            List.of(
                    "00",
                    "1b",
                    "1b65",
                    "1b1b",
                    "41",
                    "3a",
                    "69643a",
                    "7f",
                    "80",
                    "ff",
                    "ffff",
                    "d83d",
                    "d83dde00",
                    "dc00",
                    "feff",
                    "fffe",
                    "0020",
                    "e4bda0",
                    "f09f9880",
                    "c3",
                    "ed",
                    "8e",
                    "8f",
                    "8ea1",
                    "8fa1a1",
                    "a1",
                    "a1a1",
                    "b0a1",
                    "81",
                    "8140",
                    "fc",
                    "2121",
                    "3021",
                    "1b2442",
                    "1b2842",
                    "1b24422121",
                    "1b242844",
                    "1b2e41",
                    "1b4e",
                    "14010000",
                    "140100014100",
                    "020c00020007",
                    "001e0000",
                    "042300030000",
                    "04240000",
                    "00000010000000150000000000000001",
                    "00000011",
                    "0003000101");

    private FuzzSeeds() {}

    /** Inputs as carriers send them, one or more of each target. */
    static List<FuzzCase> cases() {
        List<FuzzCase> cases = new ArrayList<>();
        for (byte[] pdu : pdus()) {
            byte[] body = Arrays.copyOfRange(pdu, Frame.HEADER_OCTETS, pdu.length);
            cases.add(FuzzCase.of(FuzzTarget.FRAMES, 4, pdu));
            cases.add(FuzzCase.of(FuzzTarget.PDU, pdu[6] == 0 ? 2 : 0x102, body));
            cases.add(FuzzCase.of(FuzzTarget.TRACE, 0, body));
            cases.add(FuzzCase.of(FuzzTarget.TEXT, 0x110a, body));
        }
        cases.add(FuzzCase.of(FuzzTarget.HEADER, 0, PART));
        cases.add(FuzzCase.of(FuzzTarget.RECEIPT, 0, Pdus.octets(RECEIPT)));
        return cases;
    }

    /** Beginnings of long inputs: whatever follows is within a TLV, or is TLVs, or text. */
    static List<FuzzCase> heads() {
        List<FuzzCase> heads = new ArrayList<>();
        for (FuzzTarget target : FuzzTarget.values()) {
            heads.add(FuzzCase.of(target, 0, new byte[0]));
        }
        byte[] body = body(Pdus.deliverSm(1, sm -> {}));
        byte[] receipt = body(Pdus.deliverSm(1, sm -> sm.setEsmClass((byte) 4)));
        for (byte[] start : List.of(body, receipt)) {
            for (String tlv : List.of("", PAYLOAD, "1401ff00", "001eff00")) {
                byte[] head = Pdus.join(start, HexFormat.of().parseHex(tlv));
                heads.add(FuzzCase.of(FuzzTarget.PDU, 0, head));
                heads.add(FuzzCase.of(FuzzTarget.TRACE, 0, head));
            }
        }
        return heads;
    }

    static List<Octets> units() {
        return UNITS.stream().map(Octets::hex).toList();
    }

    private static byte[] body(byte[] pdu) {
        return Arrays.copyOfRange(pdu, Frame.HEADER_OCTETS, pdu.length);
    }

    private static List<byte[]> pdus() {
        return List.of(
                Pdus.deliverSm(1, "Your code is 428913"),
                Pdus.deliverSm(
                        1,
                        sm -> {
                            sm.setEsmClass((byte) 0x40);
                            sm.setDataCoding((byte) 8);
                            sm.setScheduleDeliveryTime("260301120000004+");
                            Pdus.set(sm, PART);
                        }),
                Pdus.deliverSm(
                        1,
                        sm -> {
                            sm.setEsmClass((byte) 4);
                            Pdus.set(sm, Pdus.octets(RECEIPT));
                            Pdus.tlv(sm, SmppConstants.TAG_RECEIPTED_MSG_ID, (byte) '1', (byte) 0);
                            Pdus.tlv(sm, SmppConstants.TAG_MSG_STATE, (byte) 2);
                            Pdus.tlv(sm, SmppConstants.TAG_NETWORK_ERROR_CODE, new byte[3]);
                        }),
                Pdus.dataSm(
                        1,
                        sm -> {
                            Pdus.tlv(sm, SmppConstants.TAG_MESSAGE_PAYLOAD, PART);
                            Pdus.tlv(sm, SmppConstants.TAG_SAR_MSG_REF_NUM, (byte) 1, (byte) 2);
                            Pdus.tlv(sm, SmppConstants.TAG_SAR_TOTAL_SEGMENTS, (byte) 3);
                            Pdus.tlv(sm, SmppConstants.TAG_SAR_SEGMENT_SEQNUM, (byte) 2);
                            Pdus.tlv(sm, 0x1401, Pdus.octets("2026-03-01T12:00:00+01:00"));
                            Pdus.tlv(sm, 0x1404, Pdus.octets("20260301120000"));
                        }),
                Pdus.header(CommandId.ENQUIRE_LINK, 0, 1));
    }
}
