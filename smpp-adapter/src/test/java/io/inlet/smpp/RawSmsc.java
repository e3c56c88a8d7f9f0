package io.inlet.smpp;

import io.inlet.sms.Octets;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * The carrier's end of the wire, octet by octet: does only what a test says. What comes must be
 * what a gateway may send.
 */
final class RawSmsc implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 30_000;

    /** All that a gateway without a path to send an SMS may put on the wire. */
    private static final Set<Integer> MAY_COME =
            Set.of(
                    0x00000001,
                    0x00000002,
                    0x00000009,
                    0x00000006,
                    0x00000015,
                    0x80000000,
                    0x80000005,
                    0x80000006,
                    0x80000015,
                    0x80000103);

    private final ServerSocket server;
    private final List<Link> links = new ArrayList<>();

    RawSmsc() {
        this(ServerSocketFactory.getDefault());
    }

    /** With sockets of its own kind. */
    RawSmsc(ServerSocketFactory sockets) {
        try {
            server = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return server.getLocalPort();
    }

    /** The next connection. */
    Link accept() {
        try {
            server.setSoTimeout(PATIENCE_MILLIS);
            Link link = new Link(server.accept());
            links.add(link);
            return link;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next connection, bound. */
    Link bound() {
        Link link = accept();
        Frame.Pdu bind = link.read();
        link.write(Pdus.bindResponse(bind, 0));
        return link;
    }

    /** Whether nobody calls for a while. */
    boolean isLeftAlone(int millis) {
        try {
            server.setSoTimeout(millis);
            links.add(new Link(server.accept()));
            return false;
        } catch (SocketTimeoutException e) {
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        links.forEach(Link::close);
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One connection. */
    static final class Link implements AutoCloseable {
        private final Socket socket;
        private final DataInputStream in;

        Link(Socket socket) throws IOException {
            this.socket = socket;
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE_MILLIS);
            in = new DataInputStream(socket.getInputStream());
        }

        /** The address that the call came from. */
        InetAddress caller() {
            return socket.getInetAddress();
        }

        /** The certificate that the caller has shown, by its subject. */
        String shown() {
            try {
                return ((SSLSocket) socket).getSession().getPeerPrincipal().getName();
            } catch (SSLPeerUnverifiedException e) {
                throw new UncheckedIOException(e);
            }
        }

        void write(byte[]... pdus) {
            try {
                socket.getOutputStream().write(Pdus.join(pdus));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The next PDU; fails after 10 s. */
        Frame.Pdu read() {
            Frame.Pdu pdu = poll(PATIENCE_MILLIS);
            if (pdu == null) {
                throw new AssertionError("no PDU came within " + PATIENCE_MILLIS + " ms");
            }
            return pdu;
        }

        /** The next PDU that is no enquire_link; those are answered. */
        Frame.Pdu readPastChecks() {
            Frame.Pdu pdu = read();
            while (pdu.commandId() == CommandId.ENQUIRE_LINK) {
                answer(pdu);
                pdu = read();
            }
            return pdu;
        }

        /** Answers a request that has no body in its response. */
        void answer(Frame.Pdu request) {
            write(Pdus.header(request.commandId() | Pdus.RESPONSE, 0, request.sequenceNumber()));
        }

        /** The next PDU, or null if none begins within the time. */
        Frame.@Nullable Pdu poll(int millis) {
            try {
                socket.setSoTimeout(millis);
                int length;
                try {
                    length = in.readInt();
                } catch (SocketTimeoutException e) {
                    return null;
                }
                socket.setSoTimeout(PATIENCE_MILLIS);
                byte[] pdu = new byte[length];
                pdu[0] = (byte) (length >> 24);
                pdu[1] = (byte) (length >> 16);
                pdu[2] = (byte) (length >> 8);
                pdu[3] = (byte) length;
                in.readFully(pdu, 4, length - 4);
                Frame.Pdu frame = new Frame.Pdu(Octets.wrap(pdu));
                if (!MAY_COME.contains(frame.commandId())) {
                    throw new AssertionError("the gateway sent " + frame.commandId());
                }
                return frame;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Whether the gateway closes the connection; what it still sends is dropped. */
        boolean isClosedByGateway() {
            try {
                socket.setSoTimeout(PATIENCE_MILLIS);
                while (in.read() >= 0) {
                    // to the end
                }
                return true;
            } catch (SocketTimeoutException e) {
                return false;
            } catch (EOFException | SocketException e) {
                return true;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Ends with an RST instead of a FIN. */
        void reset() {
            try {
                socket.setSoLinger(true, 0);
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
