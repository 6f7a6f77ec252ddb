import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { tellStory, type Told } from './sixteen.weeks.ts';

/** Executes the story of sixteen weeks over the change of the clocks on 29 March; the long version has more people and turns. */
let told: Told;
beforeAll(async () => {
  told = await tellStory({ weeks: 16, people: 1, turns: [15, 16, 23] });
}, 120_000);
afterAll(() => told.study.close());

interface Line {
  readonly status: string;
  readonly reminderId: string;
  readonly occurrence: string;
  readonly sendingAt: Date | null;
}

describe('sixteen weeks, with a kill every week and two processes', () => {
  it('sends at most one message for an obligation and channel, and lists what nobody can know', async () => {
    const { letters, kills, study } = told;
    expect(kills).toBeGreaterThanOrEqual(16);
    expect(letters.length).toBeGreaterThan(40);
    expect(new Set(letters).size).toBe(letters.length);
    const rows = await study.rows<Line>(
      'SELECT status, reminder_id AS "reminderId", occurrence, sending_at AS "sendingAt" FROM reminders',
    );
    const of = (status: string) => rows.filter((row) => row.status === status).map(({ reminderId }) => reminderId);
    // Every letter is on the record, as sent or as unknown; what was killed before it left is unknown too.
    expect([...of('sent'), ...of('unknown'), ...of('sending')]).toEqual(expect.arrayContaining([...letters]));
    expect(of('unknown').length + of('sending').length).toBe(kills);
    expect(of('sent').every((reminderId) => letters.includes(reminderId))).toBe(true);
    expect(rows.length).toBe(new Set(rows.map(({ reminderId }) => reminderId)).size);
  });

  it('sends at five in the afternoon of the participant, in winter and in summer', async () => {
    const rows = await told.study.rows<Line>(
      `SELECT status, reminder_id AS "reminderId", occurrence, sending_at AS "sendingAt" FROM reminders WHERE status = 'sent'`,
    );
    const hours = rows.map(({ occurrence, sendingAt }) => [
      occurrence < '2026-03-29' ? 'winter' : 'summer',
      sendingAt?.toISOString().slice(0, 13),
      occurrence,
    ]);
    const wrong = hours.filter(([season, at, day]) => at !== `${day}T${season === 'winter' ? '16' : '15'}`);
    expect(wrong).toEqual([]);
  });

  it('lets homework expire after its last day on the participant’s calendar', async () => {
    const rows = await told.study.rows<{ assignmentId: string; at: Date; last: string }>(
      `SELECT substr(f.stream, 12) AS "assignmentId", (f.metadata::json ->> 'occurredAt')::timestamptz AS at,
         (SELECT max(o.due_date)::text FROM occurrences o WHERE 'assignment-' || o.assignment_id = f.stream) AS last
       FROM facts f WHERE f.type = 'AssignmentExpired'`,
    );
    expect(rows.length).toBeGreaterThanOrEqual(15);
    // The day ends at 22:00 or 23:00 UTC in Stockholm; the first turn after that is the one at 23.
    expect(rows.filter(({ at, last }) => at.toISOString() !== `${last}T23:00:00.000Z`)).toEqual([]);
  });

  it('raises, tells and passes on every alert, and loses none', async () => {
    const { study } = told;
    const [{ answers }] = (await study.rows<{ answers: number }>(
      `SELECT count(*)::int AS answers FROM facts WHERE type = 'MeasureRecorded'`,
    )) as [{ answers: number }];
    const [{ spoken }] = (await study.rows<{ spoken: number }>(
      `SELECT count(*)::int AS spoken FROM facts WHERE type IN ('SafetyAlertRaised', 'SafetyAlertRecurred')`,
    )) as [{ spoken: number }];
    expect(answers).toBeGreaterThanOrEqual(4);
    expect(spoken).toBe(answers);
    const alerts = await study.rows<{ told: boolean; level: number; status: string }>(
      'SELECT told, level, status FROM alerts',
    );
    // Nobody answered in all those weeks: each went to everybody in the end, and none went quiet.
    expect(alerts.map(({ status }) => status)).toEqual(['open']);
    expect(alerts.every(({ level }) => level >= 2)).toBe(true);
  });
});
