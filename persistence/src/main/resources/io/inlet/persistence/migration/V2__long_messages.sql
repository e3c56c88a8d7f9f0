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
-- Whether it is a redelivery, and whether what comes later is one of it, is judged as when it arrived: by its session, and
-- by what had been answered there. gaps: what came before answered_until and is in doubt, each gap by its first and its
-- last microsecond since 2000.
ALTER TABLE quarantine
    ADD COLUMN session_id uuid NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000',
    ADD COLUMN answered_until timestamptz NOT NULL DEFAULT 'epoch',
    ADD COLUMN gaps bigint[] NOT NULL DEFAULT '{}';

-- What tenants say of their own senders' codes, tried before the general reader in the order of revision, which is the
-- change that added them. holds and beside are words that many messages have in common, as their operator wrote them: never
-- a message, and never a code. signs, shortest, longest: what the code looks like; place: where it stands; beside: the
-- phrase that it stands next to.
CREATE TABLE code_rule (
    rule_id uuid PRIMARY KEY,
    tenant_id uuid NOT NULL REFERENCES tenant,
    revision bigint NOT NULL UNIQUE,
    sender text,
    holds text,
    signs text NOT NULL CHECK (signs IN ('digits', 'letters_and_digits')),
    shortest smallint NOT NULL,
    longest smallint NOT NULL,
    place text NOT NULL CHECK (place IN ('after', 'before', 'first', 'last', 'own_line')),
    beside text,
    brand text,
    valid_seconds integer,
    CHECK (shortest BETWEEN 3 AND longest AND longest <= 12),
    CHECK ((place IN ('after', 'before')) = (beside IS NOT NULL)),
    CHECK (sender IS NOT NULL OR holds IS NOT NULL OR beside IS NOT NULL)
);
CREATE INDEX code_rule_by_tenant ON code_rule (tenant_id, revision);
-- Counts the changes of them, so that every gateway sees soon that there was one. One row, locked by who changes any.
CREATE TABLE code_rule_change (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    revision bigint NOT NULL
);
INSERT INTO code_rule_change (revision) VALUES (0);
