package io.inlet.smpp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLServerSocketFactory;

/** Server sockets that speak TLS. */
final class TlsSockets extends ServerSocketFactory {
    private final SSLServerSocketFactory factory;
    private final String version;
    private final boolean demandsCertificate;

    TlsSockets(SSLContext context) {
        this(context, "TLSv1.3");
    }

    TlsSockets(SSLContext context, String version) {
        this(context, version, false);
    }

    TlsSockets(SSLContext context, String version, boolean demandsCertificate) {
        this.factory = context.getServerSocketFactory();
        this.version = version;
        this.demandsCertificate = demandsCertificate;
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog, InetAddress address)
            throws IOException {
        var socket = (SSLServerSocket) factory.createServerSocket(port, backlog, address);
        socket.setEnabledProtocols(new String[] {version});
        socket.setNeedClientAuth(demandsCertificate);
        return socket;
    }

    @Override
    public ServerSocket createServerSocket(int port) throws IOException {
        return createServerSocket(port, 50, InetAddress.getLoopbackAddress());
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog) throws IOException {
        return createServerSocket(port, backlog, InetAddress.getLoopbackAddress());
    }
}
