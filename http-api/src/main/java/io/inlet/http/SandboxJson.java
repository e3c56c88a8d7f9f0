package io.inlet.http;

import java.util.List;

/** What the simulated carrier sends, as the contract has it; the components are its field names. */
record SandboxJson(
        String leaseId,
        String number,
        String from,
        String alphabet,
        int parts,
        List<Integer> order,
        String sentAt,
        String cursor) {}
