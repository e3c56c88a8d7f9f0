-- What the gateway tells of itself stands in the built-in tenant's sequence: which bind it is about, and in a word or
-- two what happened, for example why a session ended. Never content.
ALTER TABLE feed ADD COLUMN bind_id uuid;
ALTER TABLE feed ADD COLUMN detail text;

-- How many messages a bind brought in an hour, over all gateways: what is usual for it, and for that hour of the day.
CREATE TABLE bind_hour (
    bind_id uuid NOT NULL REFERENCES bind,
    hour timestamptz NOT NULL,
    messages bigint NOT NULL CHECK (messages >= 0),
    PRIMARY KEY (bind_id, hour)
);
