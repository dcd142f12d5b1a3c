/**
 * The log, append-only in the file itself: three triggers refuse UPDATE, DELETE and an INSERT over an existing key
 * (without the third, INSERT OR REPLACE rewrites history).
 *
 * `credential` is no part of the log: a secret's hash must be replaceable. What the log keeps is its commitment.
 */
export const sql = `
CREATE TABLE event (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  workstation TEXT NOT NULL,
  stream TEXT NOT NULL,
  stream_seq INTEGER NOT NULL,
  type TEXT NOT NULL,
  version INTEGER NOT NULL,
  happened_at INTEGER NOT NULL,
  zone TEXT NOT NULL,
  recorded_at INTEGER NOT NULL,
  monotonic INTEGER NOT NULL,
  boot TEXT NOT NULL,
  actor TEXT NOT NULL,
  witness TEXT,
  data TEXT NOT NULL,
  library TEXT,
  app_version TEXT NOT NULL,
  prev BLOB NOT NULL CHECK (length(prev) = 32),
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  UNIQUE (stream, stream_seq)
) STRICT;

CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'an event is never changed'); END;

CREATE TRIGGER event_is_never_removed BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'an event is never removed'); END;

CREATE TRIGGER event_is_never_overwritten BEFORE INSERT ON event
WHEN EXISTS (SELECT 1 FROM event WHERE seq = NEW.seq OR id = NEW.id
             OR (stream = NEW.stream AND stream_seq = NEW.stream_seq))
BEGIN SELECT RAISE(ABORT, 'an event is never overwritten'); END;

CREATE TABLE credential (
  user TEXT NOT NULL,
  kind TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (user, kind)
) STRICT;
`;
