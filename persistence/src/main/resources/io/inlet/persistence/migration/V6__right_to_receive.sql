-- Who may receive: tenants as legal entities with a state, consents that end, and what holds a lease back.

-- shut: the tenant or the one above it is suspended or terminated; kept with their states, so that reads and commits ask
-- one column. holds_due: its leases' holds are not all as the state has them yet.
ALTER TABLE tenant
    ADD COLUMN country text CHECK (country ~ '^[A-Z]{2}$'),
    ADD COLUMN verified boolean NOT NULL DEFAULT false,
    ADD COLUMN purposes text[],
    ADD COLUMN parent_id uuid REFERENCES tenant,
    ADD COLUMN owner_id uuid REFERENCES principal,
    ADD COLUMN state text NOT NULL DEFAULT 'active'
        CHECK (state IN ('active', 'restricted', 'suspended', 'terminated')),
    ADD COLUMN reason text CHECK (reason IN ('suspected_abuse', 'nonpayment', 'regulatory_concern', 'material_breach',
        'sanctions', 'requested')),
    ADD COLUMN state_since timestamptz NOT NULL DEFAULT now(),
    ADD COLUMN shut boolean NOT NULL DEFAULT false,
    ADD COLUMN holds_due boolean NOT NULL DEFAULT false,
    ADD CHECK ((state = 'active') = (reason IS NULL)),
    ADD CHECK (shut OR state NOT IN ('suspended', 'terminated'));
CREATE INDEX tenant_by_parent ON tenant (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX tenant_holds_due ON tenant (tenant_id) WHERE holds_due;

-- Each hold is put and lifted by its own cause alone; a lease shows nothing while it has any.
ALTER TABLE lease ADD COLUMN holds text[] NOT NULL DEFAULT '{}'
    CHECK (holds <@ ARRAY['consent', 'tenant', 'abuse', 'operator']);
UPDATE lease SET holds = '{operator}' WHERE suspended;
ALTER TABLE lease DROP COLUMN suspended;
ALTER TABLE lease ADD COLUMN suspended boolean NOT NULL GENERATED ALWAYS AS (cardinality(holds) > 0) STORED;
CREATE INDEX lease_readable_by_tenant ON lease (tenant_id, grace_ends_at);
CREATE INDEX lease_readable_by_consent ON lease (consent_id, grace_ends_at) WHERE consent_id IS NOT NULL;

-- due_at: when its leases are to be suspended; null once they are.
ALTER TABLE consent ADD COLUMN due_at timestamptz;
UPDATE consent SET due_at = least(expires_at, withdrawn_at);
CREATE INDEX consent_due ON consent (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX consent_by_tenant ON consent (tenant_id, consent_id);

-- Messages that are an opt-out keyword and nothing else. The commit notes them; a worker says whether the consent's own
-- subject sent them. Only to be judged is done_at null.
CREATE TABLE opt_out (
    message_id uuid PRIMARY KEY,
    lease_id uuid NOT NULL,
    tenant_id uuid NOT NULL,
    noted_at timestamptz NOT NULL,
    done_at timestamptz,
    outcome text CHECK (outcome IN ('withdrawn', 'ignored')),
    CHECK ((done_at IS NULL) = (outcome IS NULL))
);
CREATE INDEX opt_out_open ON opt_out (noted_at) WHERE done_at IS NULL;
