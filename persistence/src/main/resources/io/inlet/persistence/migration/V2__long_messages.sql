-- Long messages that are delivered before all their parts have come, and what revises them later.

-- told: the message was delivered without the missing parts, which may still join until joins_until. due_at: when what
-- came and is not told yet is told anyway; null if all that came is told.
ALTER TABLE reassembly
    ADD COLUMN told boolean NOT NULL DEFAULT false,
    ADD COLUMN due_at timestamptz,
    ADD COLUMN joins_until timestamptz;
UPDATE reassembly SET due_at = first_arrival + interval '30 minutes', joins_until = first_arrival + interval '1 hour';
ALTER TABLE reassembly
    ALTER COLUMN joins_until SET NOT NULL,
    ADD CHECK (told OR due_at IS NOT NULL);
CREATE INDEX reassembly_due ON reassembly (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX reassembly_over ON reassembly (joins_until) WHERE due_at IS NULL;

-- Of a message.revised: why, and whether the version has a code that no earlier one had.
ALTER TABLE feed
    ADD COLUMN cause text CHECK (cause IN ('completed', 'redecoded', 'reread')),
    ADD COLUMN new_code boolean NOT NULL DEFAULT false;

-- What came over a simulated bind must not reach a live number when it is read again either.
ALTER TABLE quarantine ADD COLUMN simulated boolean NOT NULL DEFAULT false;
