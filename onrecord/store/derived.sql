-- What is derived from the ledger: disposable, rebuilt by the current rules of linking, never part of the hash chain.

CREATE TABLE derived_state (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- One report's account of one happening, as comparable values.
CREATE TABLE derived_accounts (
    id TEXT PRIMARY KEY,
    document_id TEXT NOT NULL,
    incident_id TEXT NOT NULL,
    component TEXT NOT NULL,        -- the smallest id among the accounts reachable over edges
    published TEXT NOT NULL,
    recorded_at TEXT NOT NULL,      -- when the reading that it comes from was added
    country TEXT,
    family TEXT NOT NULL,
    type TEXT NOT NULL,
    earliest TEXT,
    latest TEXT,
    body TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX derived_accounts_document ON derived_accounts (document_id);
CREATE INDEX derived_accounts_incident ON derived_accounts (incident_id);
CREATE INDEX derived_accounts_component ON derived_accounts (component);
CREATE INDEX derived_accounts_published ON derived_accounts (published, component);

CREATE TABLE derived_keys (
    key TEXT NOT NULL,
    account TEXT NOT NULL,
    PRIMARY KEY (key, account)
) STRICT, WITHOUT ROWID;

-- Names that so many accounts share that they make no pairs any more, and since which day and instant.
CREATE TABLE derived_full (
    key TEXT PRIMARY KEY,
    published TEXT NOT NULL,        -- the day by which so many of them had been published
    recorded_at TEXT NOT NULL       -- when the one was added that made it full
) STRICT, WITHOUT ROWID;

-- Edges that rested on such a name while it was rare, by its key: past days need them.
CREATE TABLE derived_former (
    key TEXT NOT NULL,
    left TEXT NOT NULL,
    right TEXT NOT NULL,
    verdict TEXT NOT NULL,
    score REAL NOT NULL,
    reasons TEXT NOT NULL,
    PRIMARY KEY (key, left, right)
) STRICT, WITHOUT ROWID;

CREATE TABLE derived_edges (
    left TEXT NOT NULL,
    right TEXT NOT NULL,
    verdict TEXT NOT NULL,
    score REAL NOT NULL,
    reasons TEXT NOT NULL,
    PRIMARY KEY (left, right)
) STRICT, WITHOUT ROWID;
CREATE INDEX derived_edges_right ON derived_edges (right, left);

CREATE TABLE derived_dirty (
    account TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

CREATE TABLE derived_incidents (
    id TEXT PRIMARY KEY,
    component TEXT NOT NULL,
    family TEXT NOT NULL,
    type TEXT NOT NULL,
    country TEXT,
    earliest TEXT,                  -- an open end is the other end
    latest TEXT,
    long INTEGER NOT NULL,          -- 1: its days are more than MAX_SHORT_DAYS apart
    killed INTEGER,                 -- best of the default rule
    contested INTEGER NOT NULL,
    places TEXT NOT NULL,           -- folded, as the other two: what --place, --party and --text look in
    parties TEXT NOT NULL,
    words TEXT NOT NULL,
    first_published TEXT NOT NULL,  -- of all accounts of its component, as the three below: past days are cut by them
    last_published TEXT NOT NULL,
    first_recorded TEXT NOT NULL,
    last_recorded TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What is printed stands apart, so that looking through the incidents stays quick.
CREATE TABLE derived_bodies (
    id TEXT PRIMARY KEY,
    body TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX derived_incidents_component ON derived_incidents (component);
CREATE INDEX derived_incidents_when ON derived_incidents (long, earliest, latest);
CREATE INDEX derived_incidents_country ON derived_incidents (country, earliest);
CREATE INDEX derived_incidents_killed ON derived_incidents (killed);
CREATE INDEX derived_incidents_type ON derived_incidents (type, earliest);
CREATE INDEX derived_incidents_published ON derived_incidents (last_published, first_published, component);
CREATE INDEX derived_incidents_recorded ON derived_incidents (last_recorded, first_recorded, component);
