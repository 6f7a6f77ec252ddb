import { createHash } from 'node:crypto';
import type { EventStore } from '#event-store';
import { type Fact, decode, participantsOf } from '#domain';
import type { Opener } from '../sealing/event.sealing.ts';
import { canonicalJson } from '../execute/canonical-json.ts';
import type { IdentityVault } from './identity.vault.ts';

/** One file of a copy. */
export interface CopiedFile {
  /** Within the folder of the copy. */
  readonly path: string;
  readonly text: string;
}

/** What a copy holds, so that nothing in it can be changed or left out unseen. */
export interface CopyManifest {
  readonly format: 'intersession.site-copy/1';
  readonly studyId: string;
  readonly siteId: string;
  /** Events of the log that were looked through, in `readAll` order. */
  readonly logIndex: number;
  readonly participants: number;
  /** Events that are left out, because they would tell an arm to a site that is blind. */
  readonly withheld: number;
  /** Events whose private content is in the copy as it lies in the log, sealed. */
  readonly sealed: number;
  readonly files: readonly { readonly path: string; readonly bytes: number; readonly sha256: string }[];
}

export interface SiteCopy {
  readonly manifest: CopyManifest;
  readonly files: readonly CopiedFile[];
}

export interface SiteCopyParts {
  readonly store: Pick<EventStore, 'readAll'>;
  /** One that leaves arms sealed: a site may be blind to them. */
  readonly opener: Opener;
  readonly vault: IdentityVault;
  /** Whether private content of an event is opened; of all where nothing is said. */
  readonly opens?: (fact: Fact) => boolean;
  /** Whether an event is left out; none where nothing is said. */
  readonly withholds?: (fact: Fact) => boolean;
}

/**
 * The record of a site's participants as the site has a right to it (ICH E6(R3) 2.12.6): every event as JSON lines, one file a participant, private content
 * opened as far as it is not erased, names and contacts from the vault, and a manifest of SHA-256 hashes. Arms stay sealed.
 * @returns a copy without participants where the site has none
 */
export async function copySite(studyId: string, siteId: string, parts: SiteCopyParts): Promise<SiteCopy> {
  const { records, logIndex } = await recordsOf(studyId, siteId, parts);
  const { opens = () => true, withholds = () => false } = parts;
  let [withheld, sealed] = [0, 0];
  const files: CopiedFile[] = [];
  const identities: Record<string, unknown> = {};
  for (const [participantId, facts] of [...records].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const kept = facts.filter((fact) => !withholds(fact));
    const own = new Map((await parts.opener.openAll(kept.filter(opens))).map((fact) => [fact.id, fact]));
    withheld += facts.length - kept.length;
    sealed += kept.length - own.size;
    const text = kept
      .map((fact) => own.get(fact.id) ?? fact)
      .map((fact) => `${canonicalJson(fact)}\n`)
      .join('');
    files.push({ path: `participants/${encodeURIComponent(participantId)}.jsonl`, text });
    identities[participantId] = (await parts.vault.read(participantId)) ?? null;
  }
  files.push({ path: 'identities.json', text: `${canonicalJson(identities)}\n` });
  const listed = files.map(({ path, text }) => ({ path, bytes: Buffer.byteLength(text), sha256: sha256(text) }));
  const counts = { participants: records.size, withheld, sealed };
  const manifest = { studyId, siteId, logIndex, ...counts, files: listed };
  return { manifest: { format: 'intersession.site-copy/1', ...manifest }, files };
}

async function recordsOf(studyId: string, siteId: string, { store }: SiteCopyParts) {
  const members = new Set<string>();
  const about: { readonly fact: Fact; readonly people: readonly string[] }[] = [];
  let logIndex = 0;
  for await (const { events } of store.readAll()) {
    for (const stored of events) {
      logIndex += 1;
      const fact = decode(stored);
      if (fact.metadata.studyId !== studyId) continue;
      const people = participantsOf(fact);
      if (people.length > 0) about.push({ fact, people });
      if (fact.metadata.siteId === siteId) for (const person of people) members.add(person);
    }
  }
  const records = new Map<string, Fact[]>([...members].map((person) => [person, []]));
  for (const { fact, people } of about) for (const person of people) records.get(person)?.push(fact);
  return { records, logIndex };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
