/** What the platform says of G-ICBT, asked through GraphQL as any researcher could. */

import { type Ask, type Page, allPages as all } from './imported.platform.ts';

export interface GIcbtAnswers {
  readonly patients: number;
  /** Participant code → whether adherent under the published rule; undefined where that is unknown. */
  readonly published: ReadonlyMap<string, boolean | undefined>;
  readonly nonAdherentPublished: number;
  readonly nonAdherentWritten: number;
  /** Minutes of every session. */
  readonly minutes: readonly number[];
  /** Participant id → sessions. */
  readonly sessions: ReadonlyMap<string, number>;
  /** People on whom the two rules differ. */
  readonly between: number;
  /** The explanation of the first of them, line by line; empty where there is none. */
  readonly explanation: readonly string[];
}

const STUDY = 'g-icbt';
const PUBLISHED = { published: { definitionId: 'g-icbt-published' } };
const WRITTEN = { published: { definitionId: 'g-icbt-written' } };
const PAGE = 500;

/** @param position the last one of the import: answers know at least everything up to it */
export async function gIcbtAnswers(ask: Ask, position: string): Promise<GIcbtAnswers> {
  const [published, written] = [await report(ask, PUBLISHED, position), await report(ask, WRITTEN, position)];
  const verdicts = await all((after) => judged(ask, after));
  const attempts = await all((after) => attemptsPage(ask, after));
  const sessions = new Map<string, number>();
  for (const { participantId } of attempts) sessions.set(participantId, (sessions.get(participantId) ?? 0) + 1);
  const { differing, pairs } = await comparison(ask);
  const first = differing[0]?.participantId;
  return {
    patients: published.participants,
    published: new Map(verdicts.map(({ participantId, adherent }) => [codeOf(participantId), verdictOf(adherent)])),
    nonAdherentPublished: published.nonAdherent,
    nonAdherentWritten: written.nonAdherent,
    minutes: attempts.flatMap(({ minutes }) => (minutes === null ? [] : [minutes])),
    sessions,
    between: pairs.filter(({ a, b }) => a !== b).reduce((sum, { people }) => sum + people, 0),
    explanation:
      first === undefined
        ? []
        : [...(await explanation(ask, first, PUBLISHED)), '', ...(await explanation(ask, first, WRITTEN))],
  };
}

const codeOf = (participantId: string) => participantId.slice(`${STUDY}:`.length);
const verdictOf = (verdict: string | null) =>
  verdict === 'ADHERENT' ? true : verdict === 'NON_ADHERENT' ? false : undefined;

interface Counts {
  readonly participants: number;
  readonly nonAdherent: number;
}

async function report(ask: Ask, definition: object, position: string): Promise<Counts> {
  const { adherence } = await ask<{ adherence: { counts: Counts } }>(
    `query Report($definition: DefinitionChoiceInput!, $position: Position!) {
      adherence(studyId: "${STUDY}", definition: $definition, afterPosition: $position) {
        counts { participants nonAdherent }
      }
    }`,
    { definition, position },
  );
  return adherence.counts;
}

interface Judged {
  readonly participantId: string;
  readonly adherent: string | null;
}

async function judged(ask: Ask, after: string | null): Promise<Page<Judged>> {
  const { adherence } = await ask<{ adherence: { people: Page<Judged> } }>(
    `query People($definition: DefinitionChoiceInput!, $after: String) {
      adherence(studyId: "${STUDY}", definition: $definition) {
        people(first: ${PAGE}, after: $after) {
          nodes { participantId adherent }
          pageInfo { hasNextPage endCursor }
        }
      }
    }`,
    { definition: PUBLISHED, after },
  );
  return adherence.people;
}

interface Session {
  readonly participantId: string;
  readonly minutes: number | null;
}

async function attemptsPage(ask: Ask, after: string | null): Promise<Page<Session>> {
  const { attempts } = await ask<{ attempts: Page<Session> }>(
    `query Sessions($after: String) {
      attempts(studyId: "${STUDY}", first: ${PAGE}, after: $after, filter: { state: [RECORDED], source: [IMPORT] }) {
        nodes { participantId minutes }
        pageInfo { hasNextPage endCursor }
      }
    }`,
    { after },
  );
  return attempts;
}

interface Comparison {
  readonly pairs: readonly { readonly a: string | null; readonly b: string | null; readonly people: number }[];
  readonly differing: readonly { readonly participantId: string }[];
}

async function comparison(ask: Ask): Promise<Comparison> {
  const { compareAdherence } = await ask<{ compareAdherence: Comparison }>(
    `query Between($a: DefinitionChoiceInput!, $b: DefinitionChoiceInput!) {
      compareAdherence(studyId: "${STUDY}", a: $a, b: $b, first: 1) {
        pairs { a b people }
        differing { participantId }
      }
    }`,
    { a: PUBLISHED, b: WRITTEN },
  );
  return compareAdherence;
}

async function explanation(ask: Ask, participantId: string, definition: object): Promise<string[]> {
  const { explainAdherence } = await ask<{
    explainAdherence: { summary: string; lines: readonly { depth: number; text: string }[] } | null;
  }>(
    `query Why($participantId: ID!, $definition: DefinitionChoiceInput!) {
      explainAdherence(participantId: $participantId, definition: $definition) {
        summary
        lines { depth text }
      }
    }`,
    { participantId, definition },
  );
  if (explainAdherence === null) return [];
  const { summary, lines } = explainAdherence;
  return [summary, ...lines.map(({ depth, text }) => `${'  '.repeat(depth + 1)}${text}`)];
}
