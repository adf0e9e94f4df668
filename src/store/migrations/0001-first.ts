import type { Migration } from '../migrations.ts';

/** The first schema. Released: never edit it, not even a space; a change is a new step at the end of `../migrations.ts`. */
export const first: Migration = {
  name: '0001-first',
  sql: `
-- Facts: codes, days, amounts and names of companies. These may be counted and shared.

CREATE TABLE deal (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
  name TEXT NOT NULL CHECK (name <> ''),
  account TEXT,
  owner TEXT,
  outcome TEXT CHECK (outcome IN (
    'lost-competitor', 'lost-incumbent', 'in-house',
    'postponed', 'no-decision-indecision', 'no-decision-status-quo', 'cancelled', 'unknown',
    'we-walked-away', 'disqualified', 'won', 'lost-unspecified'
  )),
  amount_minor INTEGER,
  currency TEXT CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
  contract_months INTEGER CHECK (contract_months > 0),
  created_on TEXT CHECK (created_on IS date(created_on)),
  decided_on TEXT CHECK (decided_on IS date(decided_on)),
  winner TEXT,
  forecast INTEGER CHECK (forecast BETWEEN 0 AND 100),
  stage TEXT CHECK (stage <> ''),
  segment TEXT,
  persona TEXT,
  source TEXT,
  product TEXT,
  reopened_on TEXT CHECK (reopened_on IS date(reopened_on)),
  won_back_on TEXT CHECK (won_back_on IS date(won_back_on)),
  deleted_at TEXT CHECK (datetime(deleted_at) IS NOT NULL OR deleted_at IS NULL),
  CHECK ((amount_minor IS NULL) = (currency IS NULL))
) STRICT;
CREATE INDEX deal_decided ON deal (decided_on, outcome) WHERE deleted_at IS NULL;
CREATE INDEX deal_won_back ON deal (won_back_on) WHERE won_back_on IS NOT NULL;

CREATE TABLE crm_key (
  id INTEGER PRIMARY KEY,
  deal_id INTEGER NOT NULL REFERENCES deal (id) ON DELETE CASCADE,
  source TEXT NOT NULL CHECK (source <> ''),
  external_id TEXT NOT NULL CHECK (external_id <> ''),
  UNIQUE (source, external_id)
) STRICT;
CREATE INDEX crm_key_deal ON crm_key (deal_id);

CREATE TABLE custom_field (
  id INTEGER PRIMARY KEY,
  deal_id INTEGER NOT NULL REFERENCES deal (id) ON DELETE CASCADE,
  name TEXT NOT NULL CHECK (name <> ''),
  value TEXT NOT NULL,
  UNIQUE (deal_id, name)
) STRICT;
CREATE INDEX custom_field_value ON custom_field (name, value);

CREATE TABLE debrief (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
  deal_id INTEGER NOT NULL REFERENCES deal (id) ON DELETE CASCADE,
  pass TEXT NOT NULL CHECK (pass IN ('quick', 'deep', 'second-look')),
  framework TEXT NOT NULL CHECK (framework <> ''),
  version INTEGER NOT NULL CHECK (version > 0),
  seconds INTEGER NOT NULL CHECK (seconds >= 0),
  primary_reason TEXT CHECK (primary_reason <> '' AND primary_reason NOT GLOB '*[^a-z0-9-]*'),
  made_on TEXT NOT NULL CHECK (made_on IS date(made_on)),
  seal TEXT NOT NULL CHECK (length(seal) = 64 AND seal NOT GLOB '*[^0-9a-f]*')
) STRICT;
CREATE INDEX debrief_deal ON debrief (deal_id, pass);
CREATE INDEX debrief_reason ON debrief (primary_reason);

CREATE TABLE fact (
  id INTEGER PRIMARY KEY,
  debrief_id INTEGER NOT NULL REFERENCES debrief (id) ON DELETE CASCADE,
  answer TEXT NOT NULL CHECK (answer <> ''),
  position INTEGER NOT NULL,
  value TEXT CHECK (json_valid(value)),
  asked TEXT NOT NULL,
  said TEXT NOT NULL,
  UNIQUE (debrief_id, answer)
) STRICT;
CREATE INDEX fact_value ON fact (answer, value);

CREATE TABLE step (
  id INTEGER PRIMARY KEY,
  debrief_id INTEGER NOT NULL REFERENCES debrief (id) ON DELETE CASCADE,
  step TEXT NOT NULL CHECK (step <> ''),
  value TEXT NOT NULL CHECK (value IN ('before', 'late', 'never', 'yes', 'no', 'unknown')),
  UNIQUE (debrief_id, step)
) STRICT;
CREATE INDEX step_value ON step (step, value);

CREATE TABLE cause (
  id INTEGER PRIMARY KEY,
  debrief_id INTEGER NOT NULL REFERENCES debrief (id) ON DELETE CASCADE,
  whose TEXT NOT NULL CHECK (whose IN ('self', 'buyer', 'colleague')),
  rank TEXT NOT NULL CHECK (rank IN ('primary', 'contributing')),
  reason TEXT NOT NULL CHECK (reason <> '' AND reason NOT GLOB '*[^a-z0-9-]*'),
  control TEXT NOT NULL CHECK (control IN ('fixed', 'influence', 'control')),
  evidence TEXT NOT NULL CHECK (evidence IN ('guess', 'inference', 'said-at-the-no', 'said-later', 'confirmed')),
  on_day TEXT NOT NULL CHECK (on_day IS date(on_day))
) STRICT;
CREATE INDEX cause_debrief ON cause (debrief_id);
CREATE INDEX cause_reason ON cause (reason, rank);

CREATE TABLE action (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
  deal_id INTEGER NOT NULL REFERENCES deal (id) ON DELETE CASCADE,
  debrief_id INTEGER REFERENCES debrief (id) ON DELETE CASCADE,
  rule TEXT NOT NULL CHECK (rule <> ''),
  on_day TEXT NOT NULL CHECK (on_day IS date(on_day)),
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done', 'dropped')),
  closed_on TEXT CHECK (closed_on IS date(closed_on)),
  -- Raised whenever the day moves, so that calendars take the change.
  sequence INTEGER NOT NULL DEFAULT 0 CHECK (sequence >= 0),
  CHECK ((state = 'open') = (closed_on IS NULL))
) STRICT;
CREATE INDEX action_deal ON action (deal_id);
CREATE INDEX action_debrief ON action (debrief_id);
CREATE INDEX action_open ON action (on_day) WHERE state = 'open';

CREATE TABLE schedule_entry (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
  deal_id INTEGER NOT NULL REFERENCES deal (id) ON DELETE CASCADE,
  debrief_id INTEGER REFERENCES debrief (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('follow-up', 'touch', 'check', 'feedback', 'second-look', 'regret-check')),
  headline INTEGER NOT NULL DEFAULT 0 CHECK (headline IN (0, 1)),
  on_day TEXT NOT NULL CHECK (on_day IS date(on_day)),
  time TEXT NOT NULL CHECK (time GLOB '[0-2][0-9]:[0-5][0-9]' AND time < '24:00'),
  channel TEXT NOT NULL CHECK (channel <> ''),
  rule TEXT NOT NULL CHECK (rule <> ''),
  because TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done', 'dropped')),
  outcome TEXT CHECK (outcome IN ('reopened', 'won-back', 'still-lost', 'no-answer', 'happened', 'not-yet')),
  closed_on TEXT CHECK (closed_on IS date(closed_on)),
  -- Raised whenever the day or time moves, so that calendars take the change.
  sequence INTEGER NOT NULL DEFAULT 0 CHECK (sequence >= 0),
  CHECK ((state = 'open') = (closed_on IS NULL)),
  CHECK (outcome IS NULL OR state <> 'open')
) STRICT;
CREATE INDEX schedule_entry_deal ON schedule_entry (deal_id);
CREATE INDEX schedule_entry_debrief ON schedule_entry (debrief_id);
CREATE INDEX schedule_entry_open ON schedule_entry (on_day) WHERE state = 'open';
CREATE UNIQUE INDEX schedule_entry_headline ON schedule_entry (debrief_id) WHERE headline = 1;

CREATE TABLE touch (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  deal_id INTEGER NOT NULL REFERENCES deal (id) ON DELETE CASCADE,
  channel TEXT NOT NULL CHECK (channel <> ''),
  on_day TEXT NOT NULL CHECK (on_day IS date(on_day)),
  missed INTEGER NOT NULL DEFAULT 0 CHECK (missed IN (0, 1)),
  reply_minutes INTEGER CHECK (reply_minutes >= 0)
) STRICT;
CREATE INDEX touch_deal ON touch (deal_id, on_day);

CREATE TABLE feedback (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  deal_id INTEGER NOT NULL REFERENCES deal (id) ON DELETE CASCADE,
  channel TEXT NOT NULL CHECK (channel <> ''),
  -- Null for an answer to a request that nobody dated.
  sent_on TEXT CHECK (sent_on IS date(sent_on)),
  replied_on TEXT CHECK (replied_on IS date(replied_on)),
  -- The reason they gave in the answer.
  cause_id INTEGER REFERENCES cause (id) ON DELETE SET NULL,
  CHECK (sent_on IS NOT NULL OR replied_on IS NOT NULL)
) STRICT;
CREATE INDEX feedback_deal ON feedback (deal_id);
CREATE INDEX feedback_cause ON feedback (cause_id);

CREATE TABLE focus (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  area TEXT NOT NULL CHECK (area <> ''),
  started_on TEXT NOT NULL CHECK (started_on IS date(started_on)),
  until_day TEXT NOT NULL CHECK (until_day IS date(until_day)),
  closed_on TEXT CHECK (closed_on IS date(closed_on))
) STRICT;
-- One area at a time: a second open one would make every open row equal.
CREATE UNIQUE INDEX focus_open ON focus (closed_on IS NULL) WHERE closed_on IS NULL;

-- Their words: what the buyer said, and how to reach them. Shown only where an output needs them.

CREATE TABLE their_word (
  id INTEGER PRIMARY KEY,
  debrief_id INTEGER NOT NULL REFERENCES debrief (id) ON DELETE CASCADE,
  answer TEXT NOT NULL CHECK (answer <> ''),
  position INTEGER NOT NULL,
  value TEXT CHECK (json_valid(value)),
  asked TEXT NOT NULL,
  said TEXT NOT NULL,
  UNIQUE (debrief_id, answer)
) STRICT;

CREATE TABLE contact (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  deal_id INTEGER NOT NULL REFERENCES deal (id) ON DELETE CASCADE,
  name TEXT NOT NULL CHECK (name <> ''),
  role TEXT,
  phone TEXT,
  email TEXT,
  -- Facts about a person mean nothing apart from the person, so they stand here.
  part TEXT CHECK (part IN ('decider', 'influencer', 'champion', 'info-gatherer', 'unknown')),
  side TEXT CHECK (side IN ('for', 'against', 'unknown')),
  met INTEGER CHECK (met IN (0, 1))
) STRICT;
CREATE INDEX contact_deal ON contact (deal_id);

CREATE TABLE touch_note (
  touch_id INTEGER PRIMARY KEY REFERENCES touch (id) ON DELETE CASCADE,
  note TEXT NOT NULL
) STRICT;

CREATE TABLE feedback_reply (
  feedback_id INTEGER PRIMARY KEY REFERENCES feedback (id) ON DELETE CASCADE,
  words TEXT NOT NULL
) STRICT;

-- Reflections: what the person thinks of themselves and others. They leave the file in the complete export alone.

CREATE TABLE reflection (
  id INTEGER PRIMARY KEY,
  debrief_id INTEGER NOT NULL REFERENCES debrief (id) ON DELETE CASCADE,
  answer TEXT NOT NULL CHECK (answer <> ''),
  position INTEGER NOT NULL,
  value TEXT CHECK (json_valid(value)),
  asked TEXT NOT NULL,
  said TEXT NOT NULL,
  UNIQUE (debrief_id, answer)
) STRICT;

CREATE TABLE action_text (
  action_id INTEGER PRIMARY KEY REFERENCES action (id) ON DELETE CASCADE,
  text TEXT NOT NULL,
  because TEXT NOT NULL,
  message TEXT
) STRICT;

CREATE TABLE closing_note (
  id INTEGER PRIMARY KEY,
  action_id INTEGER REFERENCES action (id) ON DELETE CASCADE,
  entry_id INTEGER REFERENCES schedule_entry (id) ON DELETE CASCADE,
  note TEXT NOT NULL,
  CHECK ((action_id IS NULL) <> (entry_id IS NULL))
) STRICT;
CREATE INDEX closing_note_action ON closing_note (action_id);
CREATE INDEX closing_note_entry ON closing_note (entry_id);

CREATE TABLE opinion (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  deal_id INTEGER NOT NULL REFERENCES deal (id) ON DELETE CASCADE,
  on_day TEXT NOT NULL CHECK (on_day IS date(on_day)),
  -- A view of the lost deal, or what somebody saw who sat in on a call.
  about TEXT NOT NULL CHECK (about IN ('deal', 'call')),
  name TEXT NOT NULL CHECK (name <> ''),
  words TEXT NOT NULL CHECK (words <> ''),
  cause_id INTEGER REFERENCES cause (id) ON DELETE SET NULL,
  look_deeper TEXT CHECK (look_deeper IN ('yes', 'not-now')),
  why TEXT,
  CHECK (about = 'deal' OR look_deeper IS NULL)
) STRICT;
CREATE INDEX opinion_deal ON opinion (deal_id);
CREATE INDEX opinion_cause ON opinion (cause_id);

CREATE TABLE lesson (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  deal_id INTEGER REFERENCES deal (id) ON DELETE CASCADE,
  on_day TEXT NOT NULL CHECK (on_day IS date(on_day)),
  text TEXT NOT NULL CHECK (text <> '')
) STRICT;
CREATE INDEX lesson_deal ON lesson (deal_id);

-- What a deal taught: a sentence added later, or one that was written at its debrief. Sentences added later count down.
CREATE VIEW lesson_text (id, deal_id, on_day, text) AS
  SELECT -id, deal_id, on_day, text FROM lesson
  UNION ALL
  SELECT reflection.id, debrief.deal_id, debrief.made_on, reflection.value ->> '$'
  FROM reflection JOIN debrief ON debrief.id = reflection.debrief_id
  WHERE reflection.answer IN ('next-time', 'compensation', 'keep') AND reflection.value IS NOT NULL;

-- An index of words over those sentences, which holds no text of its own, and in which nothing deleted can be found.
CREATE VIRTUAL TABLE lesson_search USING fts5 (
  text, content = 'lesson_text', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO lesson_search (lesson_search, rank) VALUES ('secure-delete', 1);
CREATE TRIGGER search_insert_lesson AFTER INSERT ON lesson BEGIN
  INSERT INTO lesson_search (rowid, text) VALUES (-NEW.id, NEW.text);
END;
CREATE TRIGGER search_update_lesson AFTER UPDATE ON lesson BEGIN
  INSERT INTO lesson_search (lesson_search, rowid, text) VALUES ('delete', -OLD.id, OLD.text);
  INSERT INTO lesson_search (rowid, text) VALUES (-NEW.id, NEW.text);
END;
CREATE TRIGGER search_delete_lesson AFTER DELETE ON lesson BEGIN
  INSERT INTO lesson_search (lesson_search, rowid, text) VALUES ('delete', -OLD.id, OLD.text);
END;
CREATE TRIGGER search_insert_reflection AFTER INSERT ON reflection BEGIN
  INSERT INTO lesson_search (rowid, text) SELECT NEW.id, NEW.value ->> '$'
  WHERE NEW.answer IN ('next-time', 'compensation', 'keep') AND NEW.value IS NOT NULL;
END;
CREATE TRIGGER search_update_reflection AFTER UPDATE ON reflection BEGIN
  INSERT INTO lesson_search (lesson_search, rowid, text) SELECT 'delete', OLD.id, OLD.value ->> '$'
  WHERE OLD.answer IN ('next-time', 'compensation', 'keep') AND OLD.value IS NOT NULL;
  INSERT INTO lesson_search (rowid, text) SELECT NEW.id, NEW.value ->> '$'
  WHERE NEW.answer IN ('next-time', 'compensation', 'keep') AND NEW.value IS NOT NULL;
END;
CREATE TRIGGER search_delete_reflection AFTER DELETE ON reflection BEGIN
  INSERT INTO lesson_search (lesson_search, rowid, text) SELECT 'delete', OLD.id, OLD.value ->> '$'
  WHERE OLD.answer IN ('next-time', 'compensation', 'keep') AND OLD.value IS NOT NULL;
END;

CREATE TABLE phrase (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  on_day TEXT NOT NULL CHECK (on_day IS date(on_day)),
  phrase TEXT NOT NULL CHECK (phrase <> ''),
  from_whom TEXT CHECK (from_whom <> ''),
  stage TEXT CHECK (stage <> '')
) STRICT;

-- Whether a phrase won is told by the deals it was used in.
CREATE TABLE phrase_use (
  id INTEGER PRIMARY KEY,
  phrase_id INTEGER NOT NULL REFERENCES phrase (id) ON DELETE CASCADE,
  deal_id INTEGER NOT NULL REFERENCES deal (id) ON DELETE CASCADE,
  on_day TEXT NOT NULL CHECK (on_day IS date(on_day)),
  UNIQUE (phrase_id, deal_id)
) STRICT;
CREATE INDEX phrase_use_deal ON phrase_use (deal_id);

CREATE TABLE experiment (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  deal_id INTEGER REFERENCES deal (id) ON DELETE CASCADE,
  started_on TEXT NOT NULL CHECK (started_on IS date(started_on)),
  text TEXT NOT NULL CHECK (text <> ''),
  verdict TEXT CHECK (verdict IN ('kept', 'dropped')),
  closed_on TEXT CHECK (closed_on IS date(closed_on)),
  CHECK ((verdict IS NULL) = (closed_on IS NULL))
) STRICT;
CREATE INDEX experiment_deal ON experiment (deal_id);
CREATE UNIQUE INDEX experiment_open ON experiment (closed_on IS NULL) WHERE closed_on IS NULL;

-- Drafts hold any class of answer for a short time; settings travel with the file. Neither is in the change log.

CREATE TABLE draft (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  framework TEXT NOT NULL CHECK (framework <> ''),
  version INTEGER NOT NULL CHECK (version > 0),
  seconds REAL NOT NULL CHECK (seconds >= 0),
  deal_id INTEGER REFERENCES deal (id) ON DELETE CASCADE,
  kept_on TEXT NOT NULL CHECK (kept_on IS date(kept_on)),
  -- Orders drafts by their last answer, whatever the clock did.
  turn INTEGER NOT NULL UNIQUE
) STRICT;
CREATE INDEX draft_deal ON draft (deal_id);

CREATE TABLE draft_answer (
  draft_id INTEGER NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  answer TEXT NOT NULL CHECK (answer <> ''),
  value TEXT CHECK (json_valid(value)),
  PRIMARY KEY (draft_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
  name TEXT PRIMARY KEY CHECK (name <> ''),
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What was changed, and what it was before. Triggers made from the live tables fill it.

CREATE TABLE change_set (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL CHECK (datetime(at) IS NOT NULL),
  what TEXT NOT NULL CHECK (what <> '')
) STRICT;

CREATE TABLE change (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  change_set_id INTEGER NOT NULL REFERENCES change_set (id),
  table_name TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  before TEXT CHECK (json_valid(before)),
  after TEXT CHECK (json_valid(after)),
  CHECK (before IS NOT NULL OR after IS NOT NULL)
) STRICT;
CREATE INDEX change_change_set ON change (change_set_id);
`,
};
