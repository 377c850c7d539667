-- The ledger, schema 1. Append-only: triggers refuse any change of what has been written, but for `last_seen`.
-- Times are UTC, ISO 8601 with seconds and Z, so that they sort as text. Values are canonical JSON.

CREATE TABLE runs (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    reader_id TEXT NOT NULL,        -- hash of what read: components, model, lexicon, gazetteer
    reader TEXT NOT NULL,           -- the same, as JSON
    recorded_at TEXT NOT NULL
) STRICT;

-- One version of one published text. An edited article has the same URL and another id.
CREATE TABLE documents (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    url TEXT,
    outlet TEXT,
    title TEXT,
    published TEXT,
    lang TEXT,
    copy_of TEXT,
    notes TEXT NOT NULL,            -- JSON array: how it was read in (encoding guessed, day of publication taken from the page)
    sha256 TEXT NOT NULL,
    text TEXT NOT NULL,
    run_id TEXT NOT NULL REFERENCES runs (id),
    recorded_at TEXT NOT NULL
) STRICT;
CREATE INDEX documents_url ON documents (url) WHERE url IS NOT NULL;
CREATE INDEX documents_sha256 ON documents (sha256);

-- What one reader made of one document: `body` holds its incidents, totals, statements and what was set aside.
CREATE TABLE readings (
    seq INTEGER PRIMARY KEY,
    document_id TEXT NOT NULL REFERENCES documents (id),
    reader_id TEXT NOT NULL,
    body TEXT NOT NULL,
    claims TEXT NOT NULL,           -- JSON array of the digests of its claims, in text order
    run_id TEXT NOT NULL REFERENCES runs (id),
    recorded_at TEXT NOT NULL,
    UNIQUE (document_id, reader_id)
) STRICT;

CREATE TABLE claims (
    seq INTEGER PRIMARY KEY,
    digest TEXT NOT NULL,
    id TEXT NOT NULL,
    document_id TEXT NOT NULL REFERENCES documents (id),
    event_mention_id TEXT,
    slot TEXT NOT NULL,
    quote_start INTEGER NOT NULL,
    quote_end INTEGER NOT NULL,
    quote TEXT NOT NULL,
    sentence_start INTEGER NOT NULL,
    sentence_end INTEGER NOT NULL,
    voice TEXT,                     -- NULL: the outlet's own voice
    modality TEXT NOT NULL,
    hedge TEXT,
    value TEXT,                     -- NULL: said, not understood
    origin TEXT NOT NULL,
    first_seen TEXT NOT NULL,
    UNIQUE (document_id, digest),
    CHECK (quote_start <= quote_end)
) STRICT;
CREATE INDEX claims_id ON claims (id);

-- When a reader last gave the same reading of a document: the only row that moves, and only forward.
CREATE TABLE sightings (
    reading_seq INTEGER PRIMARY KEY REFERENCES readings (seq),
    last_seen TEXT NOT NULL
) STRICT;

-- Every id that was ever printed (incident of a report, event mention) and the document that it lies in.
CREATE TABLE handles (
    id TEXT NOT NULL,
    document_id TEXT NOT NULL REFERENCES documents (id),
    PRIMARY KEY (id, document_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE judgments (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    body TEXT NOT NULL,             -- both anchors, verdict, why, by whom, when
    recorded_at TEXT NOT NULL
) STRICT;

CREATE TABLE corrections (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    body TEXT NOT NULL,
    recorded_at TEXT NOT NULL
) STRICT;

-- The hash chain: each link covers the row it names and the link before.
CREATE TABLE chain (
    seq INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('run', 'document', 'reading', 'judgment', 'correction')),
    ref INTEGER NOT NULL,           -- seq in the table of that kind
    digest TEXT NOT NULL,
    link TEXT NOT NULL
) STRICT;

CREATE TRIGGER runs_no_update BEFORE UPDATE ON runs
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER runs_no_delete BEFORE DELETE ON runs
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER documents_no_update BEFORE UPDATE ON documents
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER documents_no_delete BEFORE DELETE ON documents
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER readings_no_update BEFORE UPDATE ON readings
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER readings_no_delete BEFORE DELETE ON readings
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER claims_no_update BEFORE UPDATE ON claims
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER claims_no_delete BEFORE DELETE ON claims
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER handles_no_update BEFORE UPDATE ON handles
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER handles_no_delete BEFORE DELETE ON handles
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER judgments_no_update BEFORE UPDATE ON judgments
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER judgments_no_delete BEFORE DELETE ON judgments
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER corrections_no_update BEFORE UPDATE ON corrections
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER corrections_no_delete BEFORE DELETE ON corrections
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER chain_no_update BEFORE UPDATE ON chain
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER chain_no_delete BEFORE DELETE ON chain
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER sightings_no_delete BEFORE DELETE ON sightings
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER sightings_forward BEFORE UPDATE ON sightings
WHEN NEW.reading_seq <> OLD.reading_seq OR NEW.last_seen < OLD.last_seen
BEGIN SELECT RAISE(ABORT, 'last_seen only moves forward'); END;
