package io.inlet.smpp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A carrier that grants everything and watches that no bind comes while another session stands. All
 * on one thread: once it has read a bind it reads all others to their end, and what ended before
 * the bind was sent has told so by then, on loopback.
 */
final class OneSessionSmsc implements AutoCloseable {
    final AtomicInteger sessions = new AtomicInteger();
    final AtomicInteger mostAtOnce = new AtomicInteger();
    private final Selector selector;
    private final ServerSocketChannel server;
    private final Thread thread;
    private final List<Caller> callers = new ArrayList<>();

    private static final class Caller {
        private final SocketChannel channel;
        private final ByteBuffer in = ByteBuffer.allocate(4096);
        private boolean isBound;

        Caller(SocketChannel channel) {
            this.channel = channel;
        }
    }

    OneSessionSmsc() {
        try {
            selector = Selector.open();
            server = ServerSocketChannel.open();
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            server.configureBlocking(false);
            server.register(selector, SelectionKey.OP_ACCEPT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        thread = Thread.ofPlatform().start(this::run);
    }

    int port() {
        return server.socket().getLocalPort();
    }

    private void run() {
        try {
            while (server.isOpen()) {
                selector.select(100);
                selector.selectedKeys().clear();
                SocketChannel next = server.accept();
                if (next != null) {
                    next.configureBlocking(false);
                    next.register(selector, SelectionKey.OP_READ);
                    callers.add(new Caller(next));
                }
                int before = sessions.get();
                callers.removeIf(this::hasEnded);
                if (sessions.get() > before) {
                    callers.removeIf(this::hasEnded);
                    int bound = (int) callers.stream().filter(caller -> caller.isBound).count();
                    mostAtOnce.accumulateAndGet(bound, Math::max);
                }
            }
        } catch (ClosedChannelException | ClosedSelectorException e) {
            // the test is over
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean hasEnded(Caller caller) {
        try {
            while (true) {
                int read = caller.channel.read(caller.in);
                answer(caller);
                if (read <= 0) {
                    if (read < 0) {
                        caller.channel.close();
                    }
                    return read < 0;
                }
            }
        } catch (IOException e) {
            return true; // reset
        }
    }

    private void answer(Caller caller) throws IOException {
        caller.in.flip();
        while (caller.in.remaining() >= 16 && caller.in.remaining() >= caller.in.getInt(0)) {
            byte[] octets = new byte[caller.in.getInt(caller.in.position())];
            caller.in.get(octets);
            caller.in.compact().flip();
            Frame.Pdu pdu = Pdus.frame(octets);
            if (CommandId.isResponse(pdu.commandId())) {
                continue;
            }
            byte[] response =
                    switch (pdu.commandId()) {
                        case CommandId.UNBIND, CommandId.ENQUIRE_LINK ->
                                Pdus.header(
                                        pdu.commandId() | Pdus.RESPONSE, 0, pdu.sequenceNumber());
                        default -> {
                            sessions.incrementAndGet();
                            caller.isBound = true;
                            yield Pdus.bindResponse(pdu, 0);
                        }
                    };
            caller.channel.write(ByteBuffer.wrap(response));
        }
        caller.in.compact();
    }

    @Override
    public void close() {
        try {
            server.close();
            selector.close();
            thread.join(5_000);
            for (Caller caller : callers) {
                caller.channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
