package io.inlet.http;

import java.util.List;

/** What passed over a bind last, its content masked. */
public interface BindTrace {
    /** For people, oldest first. */
    List<TraceLine> lines();

    /** For protocol tools, as a file in the libpcap format. */
    byte[] capture();
}
