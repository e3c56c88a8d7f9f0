-- Everything that the path of a message stands on. Conventions: an enumerated value is text under a CHECK; an
-- instant is timestamptz; what is derived from content or an MSISDN is 128 bits of an HMAC, kept as uuid because
-- that is 16 octets without a header. Tables on the hot path (messages, feed, delivery, segment) have no foreign
-- keys: each would cost a look-up for every row, and the rows they would point at are never deleted before them.

CREATE EXTENSION IF NOT EXISTS btree_gist;

-- One row: proves that the master key at hand is the one that this database was written with.
CREATE TABLE installation (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    key_check bytea NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE carrier (
    carrier text PRIMARY KEY,
    created_at timestamptz NOT NULL DEFAULT now()
);

-- A gateway, as it was at its last start. Whether it lives is not told by the row, but by the advisory lock that its
-- session holds; so for the binds that it holds.
CREATE TABLE node (
    node text PRIMARY KEY,
    host text NOT NULL,
    process bigint NOT NULL,
    started_at timestamptz NOT NULL
);

CREATE TABLE bind (
    bind_id uuid PRIMARY KEY,
    carrier text NOT NULL REFERENCES carrier,
    name text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    held_by text REFERENCES node,
    held_since timestamptz,
    UNIQUE (carrier, name),
    CHECK ((held_by IS NULL) = (held_since IS NULL))
);

-- proven: the arrivals on the session, by their instants, of which the carrier is proven to have the ESME_ROK.
CREATE TABLE session (
    session_id uuid PRIMARY KEY,
    bind_id uuid NOT NULL REFERENCES bind,
    node text NOT NULL,
    opened_at timestamptz NOT NULL,
    proven tstzmultirange NOT NULL DEFAULT '{}',
    closed_at timestamptz,
    end_reason text
);

CREATE TABLE tenant (
    tenant_id uuid PRIMARY KEY,
    name text NOT NULL,
    environment text NOT NULL CHECK (environment IN ('live', 'sandbox')),
    created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE principal (
    principal_id uuid PRIMARY KEY,
    tenant_id uuid NOT NULL REFERENCES tenant,
    name text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE profile (
    profile_id uuid PRIMARY KEY,
    tenant_id uuid NOT NULL REFERENCES tenant,
    name text NOT NULL,
    status text NOT NULL CHECK (status IN ('verified', 'unverified')),
    created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE api_key (
    key_id uuid PRIMARY KEY,
    principal_id uuid NOT NULL REFERENCES principal,
    secret_hash bytea NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz,
    revoked_at timestamptz
);

CREATE TABLE consent (
    consent_id uuid PRIMARY KEY,
    tenant_id uuid NOT NULL REFERENCES tenant,
    subject bytea NOT NULL,
    purpose text NOT NULL,
    text_version text NOT NULL,
    method text NOT NULL,
    proof bytea NOT NULL,
    granted_at timestamptz NOT NULL,
    expires_at timestamptz,
    withdrawn_at timestamptz
);

-- free_from: when the last lease's cooldown is over; also the order of selection, least recently used first.
CREATE TABLE number (
    number_id uuid PRIMARY KEY,
    msisdn text NOT NULL UNIQUE,
    country text NOT NULL,
    line_type text NOT NULL CHECK (line_type IN ('mobile', 'fixed', 'voip', 'short_code')),
    environment text NOT NULL CHECK (environment IN ('live', 'sandbox')),
    carrier text NOT NULL REFERENCES carrier,
    contract_ref text NOT NULL,
    licence_ref text NOT NULL,
    acquired_on date NOT NULL,
    usage_policy text NOT NULL,
    in_service boolean NOT NULL DEFAULT true,
    free_from timestamptz NOT NULL DEFAULT '1970-01-01T00:00:00Z'
);
CREATE INDEX number_selection ON number (environment, country, line_type, free_from) WHERE in_service;
CREATE INDEX number_any ON number (environment, free_from) WHERE in_service;

-- wrapped: the key under the master key. A purge deletes the row, and with it everything that it sealed.
CREATE TABLE content_key (
    content_key_id uuid PRIMARY KEY,
    lease_id uuid UNIQUE,
    day date UNIQUE,
    wrapped bytea NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    CHECK ((lease_id IS NULL) <> (day IS NULL))
);

-- The exclusion constraint is the last line that keeps exclusive leases of a number apart, cooldown included; the
-- row lock on the number is the first (the constraint alone deadlocks under load).
CREATE TABLE lease (
    lease_id uuid PRIMARY KEY,
    tenant_id uuid NOT NULL REFERENCES tenant,
    profile_id uuid REFERENCES profile,
    number_id uuid NOT NULL REFERENCES number,
    consent_id uuid REFERENCES consent,
    content_key_id uuid NOT NULL,
    purpose text NOT NULL,
    justification text NOT NULL,
    routing_tag text,
    suspended boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL,
    starts_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    grace_ends_at timestamptz NOT NULL,
    cooldown_ends_at timestamptz NOT NULL,
    occupied tstzrange NOT NULL GENERATED ALWAYS AS (tstzrange(starts_at, cooldown_ends_at)) STORED,
    CHECK (starts_at < expires_at AND expires_at <= grace_ends_at AND grace_ends_at <= cooldown_ends_at),
    EXCLUDE USING gist (number_id WITH =, occupied WITH &&)
);
CREATE INDEX lease_by_number ON lease (number_id, starts_at DESC);
CREATE INDEX lease_by_tenant ON lease (tenant_id, lease_id);

-- One row for each SMS that a carrier delivered, however often. It arbitrates between writers. session_id and
-- arrived_at are those of the latest copy.
CREATE TABLE delivery (
    fingerprint uuid PRIMARY KEY,
    message_id uuid NOT NULL,
    session_id uuid NOT NULL,
    arrived_at timestamptz NOT NULL,
    copies integer NOT NULL DEFAULT 1
);
-- For pruning. Not BRIN: what is pruned makes room for what is new, and after the first horizon each range of blocks
-- would hold old and new.
CREATE INDEX delivery_by_arrival ON delivery (arrived_at);

-- One row for each long message of which parts are missing; its lock decides who completes it.
CREATE TABLE reassembly (
    reassembly_id uuid PRIMARY KEY,
    message_id uuid NOT NULL,
    total smallint NOT NULL CHECK (total BETWEEN 2 AND 255),
    first_arrival timestamptz NOT NULL
);

-- Whose a part is, is not kept: when its message completes, each part is matched again at its own arrival.
CREATE TABLE segment (
    reassembly_id uuid NOT NULL,
    part smallint NOT NULL,
    arrived_at timestamptz NOT NULL,
    sent_at timestamptz,
    fingerprint uuid NOT NULL,
    bind_id uuid NOT NULL,
    simulated boolean NOT NULL,
    content_key_id uuid NOT NULL,
    sealed bytea NOT NULL,
    PRIMARY KEY (reassembly_id, part)
);

-- message_id is a UUIDv7 minted from received_at, so one day is one range, and the id alone is the key.
-- environment repeats the tenant's; a nobody's message has the built-in tenant, and is sandbox if simulated.
CREATE TABLE messages (
    message_id uuid PRIMARY KEY,
    tenant_id uuid NOT NULL,
    environment text NOT NULL CHECK (environment IN ('live', 'sandbox')),
    lease_id uuid,
    number_id uuid,
    bind_id uuid NOT NULL,
    content_key_id uuid NOT NULL,
    status text NOT NULL CHECK (status IN
        ('received', 'delivered', 'failed', 'blocked', 'withheld', 'quarantined', 'expired')),
    quarantine_reason text,
    routing_tag text,
    received_at timestamptz NOT NULL,
    completed_at timestamptz NOT NULL,
    sent_at timestamptz,
    segments_have smallint NOT NULL,
    segments_total smallint NOT NULL,
    delivery_count integer NOT NULL DEFAULT 1,
    version integer NOT NULL DEFAULT 1,
    simulated boolean NOT NULL,
    sealed bytea NOT NULL,
    CHECK (NOT simulated OR environment = 'sandbox'),
    CHECK ((lease_id IS NULL) = (status = 'quarantined')),
    CHECK ((quarantine_reason IS NULL) = (status <> 'quarantined'))
) PARTITION BY RANGE (message_id);
-- Sealed octets look random: trying to compress them is wasted work.
ALTER TABLE messages ALTER COLUMN sealed SET STORAGE EXTERNAL;
ALTER TABLE segment ALTER COLUMN sealed SET STORAGE EXTERNAL;

-- What a message was before it was revised.
CREATE TABLE message_version (
    message_id uuid NOT NULL,
    version integer NOT NULL,
    cause text NOT NULL CHECK (cause IN ('completed', 'redecoded', 'reread')),
    content_key_id uuid NOT NULL,
    replaced_at timestamptz NOT NULL,
    sealed bytea NOT NULL,
    PRIMARY KEY (message_id, version)
);

-- Frames that never became a message, kept raw.
CREATE TABLE quarantine (
    quarantine_id uuid PRIMARY KEY,
    reason text NOT NULL,
    problem text NOT NULL,
    arrived_at timestamptz NOT NULL,
    bind_id uuid NOT NULL,
    content_key_id uuid NOT NULL,
    sealed bytea NOT NULL
);

-- The last event of each tenant. Its row lock orders the tenant's sequence; day never goes back.
CREATE TABLE feed_head (
    tenant_id uuid PRIMARY KEY REFERENCES tenant,
    day date NOT NULL,
    sequence bigint NOT NULL
) WITH (fillfactor = 50);

CREATE TABLE feed (
    tenant_id uuid NOT NULL,
    day date NOT NULL,
    sequence bigint NOT NULL,
    event_id uuid NOT NULL,
    type text NOT NULL,
    at timestamptz NOT NULL,
    lease_id uuid,
    message_id uuid,
    version integer NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant_id, day, sequence)
) PARTITION BY RANGE (day);
CREATE INDEX feed_by_lease ON feed (lease_id, day, sequence) WHERE lease_id IS NOT NULL;

INSERT INTO tenant (tenant_id, name, environment)
VALUES ('00000000-0000-0000-0000-000000000000', 'system', 'live');
INSERT INTO feed_head (tenant_id, day, sequence)
VALUES ('00000000-0000-0000-0000-000000000000', (now() AT TIME ZONE 'UTC')::date, 0);
