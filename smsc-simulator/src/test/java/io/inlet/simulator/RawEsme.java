package io.inlet.simulator;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * An ESME of a socket and octets, that does nothing by itself: each test says what it answers.
 * Written without the carrier's own codec.
 */
public final class RawEsme implements AutoCloseable {
    static final int DELIVER_SM = 0x05;
    static final int BIND_RECEIVER = 0x01;
    static final int BIND_TRANSCEIVER = 0x09;

    private final Socket socket = new Socket();
    private final DataInputStream in;
    private final OutputStream out;
    private int sequence;

    public RawEsme(int port) throws IOException {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 5_000);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(30_000);
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 65_536));
        out = socket.getOutputStream();
    }

    /** A bound transceiver. */
    public static RawEsme bound(int port) throws IOException {
        RawEsme esme = new RawEsme(port);
        Frame answer = esme.bind(BIND_TRANSCEIVER, "esme", "secret");
        if (answer.status() != 0) {
            throw new IOException("bind refused with " + answer.status());
        }
        return esme;
    }

    /** A PDU as read. */
    public record Frame(int commandId, int status, int sequence, ByteBuffer body) {
        byte[] octets() {
            byte[] octets = new byte[body.remaining()];
            body.duplicate().get(octets);
            return octets;
        }
    }

    public Frame bind(int commandId, String systemId, String password) throws IOException {
        // system_type empty; interface_version 0x34, which is a 4; TON, NPI, address_range empty.
        String body = systemId + "\0" + password + "\0" + "\0" + "4" + "\0\0\0";
        ByteBuffer octets = ByteBuffer.wrap(body.getBytes(StandardCharsets.US_ASCII));
        request(commandId, octets);
        return read();
    }

    public int request(int commandId, ByteBuffer body) throws IOException {
        sequence++;
        write(commandId, 0, sequence, body);
        return sequence;
    }

    /** Answers a deliver_sm or any other request with its own response. */
    public void answer(Frame frame, int status) throws IOException {
        boolean hasBody = frame.commandId() == DELIVER_SM;
        ByteBuffer body = ByteBuffer.allocate(hasBody ? 1 : 0);
        write(frame.commandId() | 0x8000_0000, status, frame.sequence(), body);
    }

    public void write(int commandId, int status, int number, ByteBuffer body) throws IOException {
        ByteBuffer pdu = ByteBuffer.allocate(16 + body.remaining());
        pdu.putInt(pdu.capacity()).putInt(commandId).putInt(status).putInt(number);
        writeOctets(pdu.put(body.duplicate()).flip());
    }

    public void writeOctets(ByteBuffer octets) throws IOException {
        byte[] bytes = new byte[octets.remaining()];
        octets.get(bytes);
        out.write(bytes);
    }

    public Frame read() throws IOException {
        int length = in.readInt();
        int commandId = in.readInt();
        int status = in.readInt();
        int number = in.readInt();
        byte[] body = new byte[length - 16];
        in.readFully(body);
        return new Frame(commandId, status, number, ByteBuffer.wrap(body));
    }

    public Frame readDeliverSm() throws IOException {
        Frame frame = read();
        if (frame.commandId() != DELIVER_SM) {
            throw new IOException("expected deliver_sm, read " + frame);
        }
        return frame;
    }

    /** Whether nothing comes for so long. */
    public boolean isQuietFor(Duration time) throws IOException {
        socket.setSoTimeout((int) time.toMillis());
        try {
            read();
            return false;
        } catch (java.net.SocketTimeoutException e) {
            return true;
        } finally {
            socket.setSoTimeout(30_000);
        }
    }

    /** Waits for the end of the connection. */
    public void readToEnd() throws IOException {
        try {
            while (true) {
                read();
            }
        } catch (EOFException e) {
            // The end.
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
