import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { canonicalJson, sha256 } from '../canonical.json.ts';
import type { DatasetSpecification } from '../contract/dataset.format.ts';
import { parseDataset } from '../specification/dataset.parser.ts';

/** What verification needs of a manifest; the rest is compared as bytes. */
const manifestShape = z.object({
  format: z.literal('intersession.archive/1'),
  releaseId: z.string(),
  specification: z.string(),
  studyId: z.string(),
  logIndex: z.int(),
  ledgerRoot: z.string(),
  releaseKeyId: z.string(),
  erasureEpoch: z.int(),
  software: z.object({ name: z.string(), version: z.string() }),
  projections: z.record(z.string(), z.int()),
  tzdata: z.string(),
  files: z.array(z.object({ path: z.string(), sha256: z.string(), bytes: z.int(), rows: z.int().nullable() })),
});
export type ReadManifest = z.infer<typeof manifestShape>;

export interface ReadArchive {
  readonly place: string;
  readonly manifest: ReadManifest;
  /** SHA-256 of the manifest’s bytes. */
  readonly manifestHash: string;
  readonly specification: DatasetSpecification;
  /** Files that are not as the manifest says: changed, missing or added since. */
  readonly damaged: readonly string[];
}

/** An archive that cannot be read as one. */
export class NoArchive extends Error {
  override readonly name = 'NoArchive';
}

/** Reads an archive’s manifest and looks at every file’s hash. @throws NoArchive naming what is missing or newer */
export async function readArchive(place: string): Promise<ReadArchive> {
  const text = await readFile(join(place, 'manifest.json'), 'utf8').catch(() => undefined);
  if (text === undefined) throw new NoArchive(`${place} has no manifest.json that can be read`);
  const parsed = manifestShape.safeParse(jsonOf(text));
  if (!parsed.success) throw new NoArchive(`${place}/manifest.json is of another format, or damaged`);
  const manifest = parsed.data;
  const given = await readFile(join(place, 'specification.json'), 'utf8').catch(() => '');
  const specification = parseDataset(given);
  if (!specification.ok)
    throw new NoArchive(
      `${place}/specification.json: ${specification.errors.map(({ path, message }) => `${path} ${message}`).join('; ')}`,
    );
  const damaged = await damagedFiles(place, manifest);
  if (
    sha256(canonicalJson(specification.specification)) !== manifest.specification &&
    !damaged.includes('specification.json')
  )
    damaged.push('specification.json');
  return { place, manifest, manifestHash: sha256(text), specification: specification.specification, damaged };
}

async function damagedFiles(place: string, { files }: ReadManifest): Promise<string[]> {
  const found: string[] = [];
  for (const { path, sha256: expected } of files) {
    if ((await hashOf(join(place, path))) !== expected) found.push(path);
  }
  const known = new Set(['manifest.json', ...files.map(({ path }) => path)]);
  const there = await readdir(place, { recursive: true, withFileTypes: true });
  for (const entry of there) {
    if (!entry.isFile()) continue;
    const path = relative(place, join(entry.parentPath, entry.name)).split(sep).join('/');
    if (!known.has(path)) found.push(path);
  }
  return found.sort();
}

/** Block by block; undefined for a file that cannot be read. */
async function hashOf(path: string): Promise<string | undefined> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(path), hash);
  } catch {
    return undefined;
  }
  return hash.digest('hex');
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
