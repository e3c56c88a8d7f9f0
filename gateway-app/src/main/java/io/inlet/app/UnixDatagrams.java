package io.inlet.app;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;

/**
 * Sends datagrams to a Unix socket, on Linux. Java has Unix sockets for streams only, so this calls
 * the C library: three functions, whose constants are those of the Linux ABI. Any thread.
 */
final class UnixDatagrams {
    private static final int AF_UNIX = 1;
    private static final int SOCK_DGRAM_CLOEXEC = 2 | 0x80000;
    // A full receive buffer must not hold up the gateway.
    private static final int MSG_DONTWAIT_NOSIGNAL = 0x40 | 0x4000;
    private static final int PATH_OFFSET = 2;
    private static final int LONGEST_PATH = 107;

    private final MethodHandle socket;
    private final MethodHandle sendto;
    private final MethodHandle close;

    UnixDatagrams() {
        socket = function("socket", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
        sendto =
                function(
                        "sendto",
                        FunctionDescriptor.of(
                                JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT, ADDRESS,
                                JAVA_INT));
        close = function("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    }

    /**
     * Sends one datagram, without waiting.
     *
     * @param address a path, or {@code @} and a name in the abstract namespace
     * @throws IOException if it was not taken whole
     */
    void send(String address, String text) throws IOException {
        byte[] path = address.getBytes(StandardCharsets.UTF_8);
        if (path.length == 0 || path.length > LONGEST_PATH) {
            throw new IOException("not the address of a Unix socket: " + address);
        }
        if (path[0] == '@') {
            path[0] = 0;
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment target = arena.allocate(PATH_OFFSET + path.length + 1L, Short.BYTES);
            target.set(JAVA_SHORT, 0, (short) AF_UNIX);
            MemorySegment.copy(path, 0, target, JAVA_BYTE, PATH_OFFSET, path.length);
            // An abstract name has no end mark; a path has.
            int length = PATH_OFFSET + path.length + (path[0] == 0 ? 0 : 1);
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            MemorySegment content = arena.allocateFrom(JAVA_BYTE, bytes);
            if (send(content, target, length) != bytes.length) {
                throw new IOException("the socket " + address + " does not take datagrams");
            }
        }
    }

    private long send(MemorySegment content, MemorySegment target, int targetLength) {
        try {
            int descriptor = (int) socket.invokeExact(AF_UNIX, SOCK_DGRAM_CLOEXEC, 0);
            if (descriptor < 0) {
                return -1;
            }
            long sent =
                    (long)
                            sendto.invokeExact(
                                    descriptor,
                                    content,
                                    content.byteSize(),
                                    MSG_DONTWAIT_NOSIGNAL,
                                    target,
                                    targetLength);
            int closed = (int) close.invokeExact(descriptor);
            return closed < 0 ? closed : sent;
        } catch (Throwable e) {
            throw new IllegalStateException("a call of the C library failed", e);
        }
    }

    @SuppressWarnings("restricted") // --enable-native-access is among the launcher's options
    private static MethodHandle function(String name, FunctionDescriptor descriptor) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), descriptor);
    }
}
