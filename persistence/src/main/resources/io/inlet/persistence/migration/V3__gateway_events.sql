-- What the gateway tells of itself stands in the built-in tenant's sequence: which bind it is about, and in a word or
-- two what happened, for example why a session ended. Never content.
ALTER TABLE feed ADD COLUMN bind_id uuid;
ALTER TABLE feed ADD COLUMN detail text;
