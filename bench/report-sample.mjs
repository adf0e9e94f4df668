import Database from 'better-sqlite3';
import { dropTriggers, renewTriggers } from '../dist/store/change-log.js';
import { connect } from '../dist/store/connect.js';

/**
 * Makes a file of so many deals, decided within so many days, each debriefed with twenty answers, by statements that write all of a
 * table at once. What is in it is drawn by arithmetic on the number of the deal, so it is the same each time.
 */
export function makeReportSample(path, deals, days) {
  const connection = connect(
    Database,
    { path, purpose: 'write', today: '2026-11-20', now: () => '2026-11-20T16:05:00.000Z' },
    {},
  );
  const { db } = connection;
  db.pragma('synchronous = OFF');
  db.pragma('foreign_keys = OFF');
  dropTriggers(db);
  db.transaction(() => {
    for (const statement of STATEMENTS)
      db.prepare(statement).run(statement.includes(':days') ? { deals, days } : { deals });
    renewTriggers(db);
  })();
  db.close();
}

/** One of a list, chosen by a number that jumps from deal to deal. */
const one = (salt, ...choices) =>
  `CASE (n * ${salt} + n / 7) % ${choices.length} ${choices.map((choice, index) => `WHEN ${index} THEN ${choice}`).join(' ')} END`;

const NUMBERS = 'WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < :deals)';
const UUID = `printf('%08x-0000-4000-8000-%012x', n, n)`;
const DECIDED = `date('2026-10-10', '-' || (1 + n * 37 % :days) || ' days')`;

const STATEMENTS = [
  `${NUMBERS} INSERT INTO deal (id, uuid, name, owner, outcome, amount_minor, currency, created_on, decided_on, winner,
     forecast, stage, segment, persona, source, product)
   SELECT n, ${UUID}, 'Northwind Logistics ' || n, ${one(3, "'Dana'", "'Robin'")},
     ${one(5, "'won'", "'lost-competitor'", "'no-decision-indecision'", "'won'", "'lost-incumbent'", "'disqualified'", "'postponed'")},
     100000 + n * 31 % 9000000, ${one(11, "'EUR'", "'EUR'", "'USD'")}, date(${DECIDED}, '-' || (20 + n % 90) || ' days'), ${DECIDED},
     ${one(13, "'Globex'", "'Initech'", 'NULL')}, n * 7 % 101, ${one(17, "'discovery'", "'demo'", "'proposal'")},
     ${one(19, "'Retail'", "'Public sector'", "'Healthcare'")}, ${one(23, "'CFO'", "'COO'")}, ${one(29, "'inbound'", "'partner'")}, 'Planning'
   FROM number`,
  `INSERT INTO debrief (id, uuid, deal_id, pass, framework, version, seconds, primary_reason, made_on, seal)
   SELECT id, uuid, id, 'quick', 'loss', 1, 104, CASE id % 3 WHEN 0 THEN 'trust-risk' WHEN 1 THEN 'no-urgency' ELSE 'product-gap' END,
     date(decided_on, (id % 5) || ' days'), printf('%064x', id) FROM deal`,
  `${NUMBERS.replace(':deals', '20')} INSERT INTO fact (debrief_id, answer, position, value, asked, said)
   SELECT debrief.id, CASE n WHEN 1 THEN 'winner-edge' WHEN 2 THEN 'contact-was' WHEN 3 THEN 'beaten' ELSE 'answer-' || n END, n,
     CASE n WHEN 1 THEN '"proof"' WHEN 2 THEN CASE debrief.id % 3 WHEN 0 THEN '"decider"' ELSE '"influencer"' END
       WHEN 3 THEN '"Globex"' ELSE '"some answer"' END, 'What was it?', 'some answer'
   FROM debrief CROSS JOIN number WHERE debrief.id <= :deals`,
  ...['timeframe', 'why-now', 'role', 'priorities'].map(
    (step, salt) => `WITH answer AS (SELECT id AS n, outcome FROM deal WHERE id <= :deals)
   INSERT INTO step (debrief_id, step, value)
   SELECT n, '${step}', CASE WHEN '${step}' = 'why-now' AND outcome = 'won' AND n % 3 > 0 THEN 'before' ELSE ${one(salt + 2, "'before'", "'late'", "'never'", "'unknown'")} END
   FROM answer`,
  ),
  `INSERT INTO cause (debrief_id, whose, rank, reason, control, evidence, on_day)
   SELECT id, 'self', 'primary', primary_reason, 'influence', 'inference', made_on FROM debrief WHERE id <= :deals`,
  `UPDATE deal SET fields = json_object('Region', CASE id % 3 WHEN 0 THEN 'North' ELSE 'South' END) WHERE id <= :deals`,
  `INSERT INTO action (uuid, deal_id, debrief_id, rule, on_day, state, closed_on)
   SELECT uuid, id, id, 'next-time', decided_on, 'done', decided_on FROM deal WHERE id <= :deals`,
  `INSERT INTO schedule_entry (uuid, deal_id, debrief_id, kind, headline, on_day, time, channel, rule, because)
   SELECT uuid, id, id, 'follow-up', 1, date(decided_on, '+90 days'), '09:00', 'phone', 'reason', '' FROM deal WHERE id <= :deals`,
];
