import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diffArchives, documentWriters, readArchive, verifyArchive } from '#datasets';
import { engineSources, softwareVersion } from '#processes';
import type { CliEnvironment } from './cli.command.ts';
import { Unusable } from './cli.error.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { differenceReport, verificationReport } from './export.report.ts';
import { asUnusable, caughtUp, releasesOf } from './export.runs.ts';
import { withSession } from './operator.session.ts';

/** `export verify`: makes an archive again from the log, and compares. */
export async function runVerify(folder: string, { terminal, signal }: CliEnvironment): Promise<ExitCode> {
  const scratch = await mkdtemp(join(tmpdir(), 'intersession verify '));
  try {
    return await asUnusable(() =>
      withSession(terminal, async (session) => {
        const { manifest } = await readArchive(folder);
        await caughtUp(session);
        const { engine, database } = session;
        const sources = engineSources({ engine, pool: database.pool, releaseId: manifest.releaseId, mode: 'verify' });
        const parts = { place: folder, scratch: join(scratch, 'again'), sources, signal };
        const found = await verifyArchive({ ...parts, documents: documentWriters, software: softwareVersion() });
        const recalled = (await releasesOf(session, manifest.studyId)).find(
          ({ releaseId, status }) => releaseId === manifest.releaseId && status === 'recalled',
        );
        terminal.out(verificationReport(found, manifest, recalled?.reason ?? null));
        return found.outcome === 'identical' && recalled === undefined ? EXIT.done : EXIT.incomplete;
      }),
    );
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** `export diff`: cells that differ between two archives, and what happened in between. */
export async function runDiff(
  one: string,
  other: string,
  most: number,
  { terminal }: CliEnvironment,
): Promise<ExitCode> {
  return asUnusable(() =>
    withSession(terminal, async (session) => {
      const [before, after] = [await readArchive(one), await readArchive(other)];
      if (before.manifest.studyId !== after.manifest.studyId)
        throw new Unusable('the archives are of different studies');
      await caughtUp(session);
      const { engine, database } = session;
      const sources = engineSources({ engine, pool: database.pool, releaseId: '', mode: 'verify' });
      const found = await diffArchives(before, after, sources, most);
      terminal.out(differenceReport(found));
      return found.total === 0 ? EXIT.done : EXIT.incomplete;
    }),
  );
}
