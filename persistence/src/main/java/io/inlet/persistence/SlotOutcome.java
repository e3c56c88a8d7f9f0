package io.inlet.persistence;

import java.util.List;

/** What came of taking what a gateway must hold; values, so any thread may read them. */
public sealed interface SlotOutcome {
    /** All of it is held. */
    record Held() implements SlotOutcome {}

    /** Some of it is not. */
    sealed interface Missing extends SlotOutcome {
        /** Who has it and what to do, in one sentence for the operator. */
        String advice();
    }

    /**
     * Another gateway runs under the same name.
     *
     * @param node the name
     * @param holder where it runs and since when
     */
    record NodeTaken(String node, String holder) implements Missing {
        @Override
        public String advice() {
            return "another gateway runs as node %s on this database (%s): stop it, or give this one a node name of its own"
                    .formatted(node, holder);
        }
    }

    /**
     * Other gateways have some of the binds.
     *
     * @param binds which and who, a phrase for each
     */
    record BindsTaken(List<String> binds) implements Missing {
        public BindsTaken {
            binds = List.copyOf(binds);
        }

        @Override
        public String advice() {
            return String.join(", ", binds)
                    + ": stop the gateway there, or leave out here what it holds";
        }
    }

    /**
     * A former session of this gateway, which the network cut off, still has it: the server does
     * not know yet that it is dead.
     *
     * @param backends the server's processes that serve such sessions
     */
    record StillOurs(List<Integer> backends) implements Missing {
        public StillOurs {
            backends = List.copyOf(backends);
        }

        @Override
        public String advice() {
            return "a former session of this gateway (PostgreSQL process %s) does not end: end it there with pg_terminate_backend"
                    .formatted(backends);
        }
    }
}
