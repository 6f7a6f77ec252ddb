import { describe, expect, it } from '@jest/globals';
import type { Fact } from '#domain';
import type { ReconsentRow } from './reconsent.row.ts';
import { reconsents } from './reconsents.projection.ts';

let made = 0;
function fact(type: string, data: object, day = '2026-03-01'): Fact {
  made += 1;
  const metadata = {
    occurredAt: `${day}T12:00:00.000Z`,
    localDate: day,
    participantId: 's:P1',
    studyId: 's',
    siteId: 'n',
  };
  const place = { id: String(made), stream: 'participant-s:P1', revision: made, recordedAt: metadata.occurredAt };
  return { ...place, type, data, metadata } as unknown as Fact;
}

const screened = fact('ParticipantScreened', { participantId: 's:P1', studyId: 's', eligible: true });
const planned = (due: string, because = 'majority') => fact('ReconsentPlanned', { because, due });
const given = (day: string, consenter = 'participant') => fact('ConsentGiven', { consenter }, day);

function row(...facts: readonly Fact[]): ReconsentRow | undefined {
  const rows = reconsents.derive({ participantId: 's:P1', facts, study: [], knownUntil: '2026-03-01T00:00:00.000Z' });
  return (rows as ReconsentRow[])[0];
}

describe('consent to be given anew', () => {
  it('is owed by nobody of whom nothing was planned', () => {
    expect(row(screened, given('2026-03-01'))).toBeUndefined();
    expect(row(planned('2027-08'))).toBeUndefined();
  });

  it('lasts from the first to the last day of its month, and a day the day itself', () => {
    const whose = { participantId: 's:P1', studyId: 's', siteId: 'n', because: 'majority', givenOn: null };
    const month = { due: '2028-02', firstDay: '2028-02-01', lastDay: '2028-02-29', lapsesAfter: '2028-02-29' };
    expect(row(screened, planned('2028-02'))).toEqual({ ...whose, ...month });
    const day = { due: '2027-08-14', firstDay: '2027-08-14', lastDay: '2027-08-14', lapsesAfter: '2027-08-14' };
    expect(row(screened, planned('2028-02'), planned('2027-08-14'))).toEqual({ ...whose, ...day });
  });

  it('is given by who is of age, not by a guardian, nor too early', () => {
    expect(row(screened, planned('2027-08'), given('2027-07-31'))?.givenOn).toBeNull();
    expect(row(screened, planned('2027-08'), given('2027-08-03', 'guardian'))?.givenOn).toBeNull();
    expect(row(screened, planned('2027-08'), given('2027-09-03'))?.givenOn).toBe('2027-09-03');
    expect(row(screened, given('2027-08-03'), planned('2027-08'))?.givenOn).toBeNull();
    expect(row(screened, planned('2027-08', 'information-changed'), given('2026-04-01'))?.givenOn).toBe('2026-04-01');
  });
});
