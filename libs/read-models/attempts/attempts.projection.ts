import type { Fact } from '#domain';
import { minutesBetween } from '../kernel/calendar.ts';
import { personOf, recordIdOf } from '../kernel/fact.columns.ts';
import { foldInto } from '../kernel/projection.ts';
import { AttemptRow } from './attempt.row.ts';

type AttemptType = 'AttemptStarted' | 'AttemptRecorded' | 'AttemptAbandoned' | 'FeedbackGiven' | 'SharingChanged';

export const attempts = foldInto(AttemptRow)({
  name: 'attempts',
  version: 2,
  key: ({ stream, data }: Fact<AttemptType>) =>
    data.attemptId === undefined ? [] : [{ assignmentId: recordIdOf(stream), attemptId: data.attemptId }],
  on: {
    AttemptStarted: (_row, fact) => ({
      ...untold(fact),
      performer: fact.data.performer,
      byProxy: fact.data.performer !== 'client',
      state: 'started',
      startedAt: fact.data.startedAt,
    }),
    AttemptRecorded: (row, fact) => recorded(row, fact),
    AttemptAbandoned: (row, fact) => {
      const startedAt = row?.startedAt ?? null;
      return {
        ...untold(fact),
        occurrence: fact.data.occurrence ?? row?.occurrence ?? null,
        performer: row?.performer ?? null,
        informant: fact.data.informant,
        byProxy: isProxy(row?.performer ?? 'client', fact.data.informant),
        state: 'abandoned',
        startedAt,
        barriers: fact.data.barriers,
        note: fact.data.note ?? null,
        visibility: row?.visibility ?? null,
        feedback: row?.feedback ?? 0,
      };
    },
    FeedbackGiven: (row) => row && { ...row, feedback: row.feedback + 1 },
    SharingChanged: (row, { data }) => row && { ...row, visibility: data.visibility },
  },
});

// One literal and no spreads: V8 gives such rows a fast shape, and there are more attempts than anything else.
function recorded(row: AttemptRow | undefined, fact: Fact<'AttemptRecorded'>): AttemptRow {
  const { data, metadata } = fact;
  const startedAt = data.startedAt ?? row?.startedAt ?? null;
  return {
    assignmentId: recordIdOf(fact.stream),
    attemptId: data.attemptId,
    stream: fact.stream,
    participantId: personOf(fact),
    studyId: metadata.studyId ?? null,
    siteId: metadata.siteId ?? null,
    version: data.version,
    occurrence: data.occurrence ?? row?.occurrence ?? null,
    performer: data.performer,
    informant: data.informant,
    state: 'recorded',
    outcome: data.outcome,
    alternative: data.outcome === 'alternative',
    byProxy: isProxy(data.performer, data.informant),
    startedAt,
    endedAt: data.endedAt ?? null,
    minutes: minutesBetween(startedAt, data.endedAt ?? null),
    occurredAt: metadata.occurredAt,
    localDate: metadata.localDate,
    doneAmount: data.done?.amount ?? null,
    doneUnit: data.done?.unit ?? null,
    difficulty: data.difficulty ?? null,
    mastery: data.mastery ?? null,
    pleasure: data.pleasure ?? null,
    helpfulness: data.helpfulness ?? null,
    distressBefore: data.distressBefore ?? null,
    distressAfter: data.distressAfter ?? null,
    barriers: data.barriers ?? [],
    note: data.note ?? null,
    entryLagHours: entryLag(fact),
    visibility: row?.visibility ?? null,
    feedback: row?.feedback ?? 0,
    source: metadata.source,
    recordedAt: fact.recordedAt,
  };
}

/** What every entry about an attempt tells, and nothing of what only some do. */
function untold(fact: Fact<'AttemptStarted' | 'AttemptAbandoned'>): AttemptRow {
  const { data, metadata, recordedAt } = fact;
  return {
    assignmentId: recordIdOf(fact.stream),
    attemptId: data.attemptId,
    stream: fact.stream,
    participantId: personOf(fact),
    studyId: metadata.studyId ?? null,
    siteId: metadata.siteId ?? null,
    version: data.version,
    occurrence: data.occurrence ?? null,
    performer: null,
    informant: null,
    state: 'started',
    outcome: null,
    alternative: null,
    byProxy: false,
    startedAt: null,
    endedAt: null,
    minutes: null,
    occurredAt: metadata.occurredAt,
    localDate: metadata.localDate,
    doneAmount: null,
    doneUnit: null,
    difficulty: null,
    mastery: null,
    pleasure: null,
    helpfulness: null,
    distressBefore: null,
    distressAfter: null,
    barriers: [],
    note: null,
    entryLagHours: entryLag(fact),
    visibility: null,
    feedback: 0,
    source: metadata.source,
    recordedAt,
  };
}

/** What a device or a record tells is nobody's word in place of the client's. */
function isProxy(performer: string, informant: string): boolean {
  return performer !== 'client' || PROXIES.has(informant);
}

const PROXIES: ReadonlySet<string> = new Set(['partner', 'caregiver', 'therapist', 'observer']);

function entryLag({ metadata, recordedAt }: Fact): number {
  return Math.max(0, (minutesBetween(metadata.occurredAt, recordedAt) ?? 0) / 60);
}
