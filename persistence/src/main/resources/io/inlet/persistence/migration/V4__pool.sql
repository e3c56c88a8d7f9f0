-- What is known of numbers, how they stand, and their history.

-- standing: what operators say; a number is leased only in service. leased_until: when its last lease expires or did; between
-- that and free_from it rests.
-- Digits have one order, so that an index serves what begins with some of them. Carriers are never deleted, and an import
-- looks for them once and not a million times.
DROP INDEX number_selection, number_any;
ALTER TABLE number
    DROP COLUMN in_service,
    DROP CONSTRAINT number_carrier_fkey,
    ALTER COLUMN msisdn TYPE text COLLATE "C",
    ADD COLUMN region text,
    ADD COLUMN area_code text,
    ADD COLUMN source_type text NOT NULL DEFAULT 'carrier'
        CHECK (source_type IN ('carrier', 'aggregator', 'voip_provider')),
    ADD COLUMN residency text,
    ADD COLUMN tags text[] NOT NULL DEFAULT '{}',
    ADD COLUMN standing text NOT NULL DEFAULT 'in_service'
        CHECK (standing IN ('in_service', 'quarantined', 'suspended', 'retired')),
    ADD COLUMN standing_reason text,
    ADD COLUMN leased_until timestamptz NOT NULL DEFAULT '1970-01-01T00:00:00Z',
    ADD COLUMN in_service boolean NOT NULL GENERATED ALWAYS AS (standing = 'in_service') STORED,
    ADD CHECK ((standing = 'in_service') = (standing_reason IS NULL));

-- For each criterion the numbers that have it, longest rested first. Patterns: by the last digits here, by the
-- first in the index of msisdn itself.
CREATE INDEX number_any ON number (environment, free_from) WHERE in_service;
CREATE INDEX number_by_country ON number (environment, country, free_from) WHERE in_service;
CREATE INDEX number_by_type ON number (environment, country, line_type, free_from) WHERE in_service;
CREATE INDEX number_by_region ON number (environment, region, free_from) WHERE in_service AND region IS NOT NULL;
CREATE INDEX number_by_area ON number (environment, area_code, free_from) WHERE in_service AND area_code IS NOT NULL;
CREATE INDEX number_by_carrier ON number (environment, carrier, free_from) WHERE in_service;
CREATE INDEX number_by_residency ON number (environment, residency, free_from) WHERE in_service AND residency IS NOT NULL;
CREATE INDEX number_by_tag ON number USING gin (tags) WHERE in_service AND tags <> '{}';
CREATE INDEX number_by_last_digits ON number (reverse(msisdn)) WHERE in_service;

-- Everything that happened to a number, in the order of place, which counts from 1 under the lock of the number's row.
-- until, free_from: of a lease or a rest, the instants from then on. No foreign keys: an import would look each row up.
CREATE TABLE number_event (
    number_id uuid NOT NULL,
    place integer NOT NULL CHECK (place > 0),
    at timestamptz NOT NULL,
    type text NOT NULL CHECK (type IN ('imported', 'leased', 'lease_extended', 'lease_released', 'lease_advanced',
        'cooldown_extended', 'rested', 'quarantined', 'suspended', 'retired', 'reinstated')),
    lease_id uuid,
    until timestamptz,
    free_from timestamptz,
    reason text,
    PRIMARY KEY (number_id, place)
);
