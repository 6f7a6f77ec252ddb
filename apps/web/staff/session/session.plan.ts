import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useRead } from '../commands/read.ts';
import { todayIn, useStudy } from '../shell/who.context.tsx';
import { SessionPlan, type SessionPlanQuery } from './session.generated.ts';

export type Agenda = SessionPlanQuery['sessionAgenda']['items'][number];
export type AgendaHomework = NonNullable<Agenda['homework']>;
export type HeldSession = SessionPlanQuery['sessions']['nodes'][number];

/** Every piece of homework that is to be taken up, once: it may be on the agenda for several reasons. */
export function homeworkOf({ sessionAgenda }: SessionPlanQuery): readonly AgendaHomework[] {
  const all = sessionAgenda.items.flatMap(({ homework }) => (homework === null ? [] : [homework]));
  return [...new Map(all.map((each) => [each.assignmentId, each])).values()];
}

/** A session that is being had. */
export interface ThisSession {
  /** Of the arranged one; a new one has none yet. */
  readonly sessionId: string | undefined;
  readonly number: number;
  readonly scheduledAt: string | null;
  readonly modality: HeldSession['modality'];
}

/** The day of a moment on a calendar, `YYYY-MM-DD`. */
export function dayIn(timeZone: string, moment: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(new Date(moment));
}

/** The session that is arranged next, today’s first; a new one where none is. */
export function thisSession(sessions: readonly HeldSession[], timeZone: string): ThisSession {
  const today = todayIn(timeZone);
  const next = sessions.find(
    ({ state, scheduledAt }) => state === 'SCHEDULED' && scheduledAt !== null && dayIn(timeZone, scheduledAt) >= today,
  );
  const highest = Math.max(0, ...sessions.map(({ sessionNumber }) => sessionNumber));
  if (next === undefined) return { sessionId: undefined, number: highest + 1, scheduledAt: null, modality: null };
  const { sessionId, sessionNumber, scheduledAt, modality } = next;
  return { sessionId, number: sessionNumber, scheduledAt, modality };
}

/** What was held today, if anything was. */
export function heldToday(sessions: readonly HeldSession[], timeZone: string): HeldSession | undefined {
  const today = todayIn(timeZone);
  return sessions.findLast(({ state, occurredAt }) => state === 'HELD' && dayIn(timeZone, occurredAt) === today);
}

/** Everything a session needs, asked for at once; and when this page began it. */
export function useSessionPlan(participantId: string) {
  const { studyId } = useStudy();
  const [begunAt] = useState(() => new Date().toISOString());
  const queries = useQueryClient();
  const plan = useRead(SessionPlan, { studyId, participantId });
  return { ...plan, begunAt, refresh: () => void queries.invalidateQueries({ queryKey: [SessionPlan.name] }) };
}
