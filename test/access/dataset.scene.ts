import { setTimeout as sleep } from 'node:timers/promises';
import { draftDataset, parseDataset } from '#datasets';
import type { GraphqlClient, ReceiptAnswer } from '../api/graphql-client.ts';
import { STUDY } from './trial.scene.ts';

/** Two releases of the study, the second after more was recorded. */
export const RELEASES = ['walked-1', 'walked-2'] as const;

/** Of three people: what is known of them stays in, or nothing could leave. */
export function walkedDataset(studyId: string, kept: readonly string[] = []): object {
  const given = {
    ...{ title: 'Walked', studyId, protocol: 'W@1', index: 1, tier: 'controlled' as const },
    ...{ recipient: 'walker', purpose: 'To be walked', releaseKeyId: `rk-walked-${studyId}` },
    ...{ consent: 'recorded-elsewhere' as const, riskAssessment: 'RA-1', model: { k: 2, maxSuppressed: 0.2 } },
  };
  const { tables, ...rest } = draftDataset(given, ['participants', 'attempts']);
  const few = Object.entries(tables).map(([table, { columns }]) => {
    const rules = Object.entries(columns).map(([name, rule]) => {
      const stays = rule.role === 'quasi' && !kept.includes(name);
      return [name, stays ? { role: 'drop' as const, reason: 'too few people' } : rule] as const;
    });
    return [table, { columns: Object.fromEntries(rules) }] as const;
  });
  const parsed = parseDataset({ ...rest, tables: Object.fromEntries(few) });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  return parsed.specification;
}

interface Ledger {
  readonly releases: readonly { readonly releaseId: string; readonly status: string; readonly problems: string[] }[];
}

/** Makes the first release, lets something happen, and makes the second. */
export async function releaseTwice(stage: GraphqlClient, happening: () => Promise<ReceiptAnswer>): Promise<void> {
  const specification = walkedDataset(STUDY);
  const said = await stage.receipt('specifyDataset', {
    ...{ studyId: STUDY, datasetId: 'walked', version: 1, specification },
  });
  await release(stage, RELEASES[0], said);
  await release(stage, RELEASES[1], await happening());
}

async function release(stage: GraphqlClient, releaseId: string, { position }: ReceiptAnswer): Promise<void> {
  const { log } = await stage.data<{ log: { index: number } }>(
    'query($p: Position) { log(afterPosition: $p) { index } }',
    { p: position },
  );
  await stage.receipt('requestDataset', {
    ...{ studyId: STUDY, datasetId: 'walked', version: 1, releaseId, index: log.index },
  });
  for (let tries = 0; tries < 600; tries += 1) {
    const { releases } = await stage.data<Ledger>(`{ releases(studyId: "${STUDY}") { releaseId status problems } }`);
    const found = releases.find((one) => one.releaseId === releaseId);
    if (found?.status === 'RELEASED') return;
    if (found?.status === 'REFUSED') throw new Error(found.problems.join('; '));
    await sleep(50);
  }
  throw new Error(`${releaseId} was not made`);
}
