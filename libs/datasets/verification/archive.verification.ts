import { rm } from 'node:fs/promises';
import { exportDataset, type ExportRequest } from '../pipeline/dataset.export.ts';
import { type ReadManifest, readArchive } from './archive.reading.ts';

/**
 * `identical`: every byte is made again from the log. `damaged`: files are not as their own manifest says. `erasure-epoch`:
 * somebody was erased since, and nothing else explains the difference. `differs`: it is made otherwise today; why, as far
 * as it is known.
 */
export type VerificationOutcome = 'identical' | 'damaged' | 'erasure-epoch' | 'differs';

export interface Verification {
  readonly outcome: VerificationOutcome;
  readonly releaseId: string;
  /** Files that differ. */
  readonly files: readonly string[];
  readonly explanations: readonly string[];
}

export type VerificationParts = Pick<ExportRequest, 'sources' | 'documents' | 'software' | 'signal'> & {
  readonly place: string;
  /** A folder that is not there yet; gone afterwards. */
  readonly scratch: string;
};

/** Makes an archive again from the log and compares it byte for byte. @throws NoArchive, ExportRefused */
export async function verifyArchive(parts: VerificationParts): Promise<Verification> {
  const { place, scratch, sources, documents, software, signal } = parts;
  const archive = await readArchive(place);
  const { manifest, specification, damaged } = archive;
  const { releaseId } = manifest;
  if (damaged.length > 0)
    return {
      outcome: 'damaged',
      releaseId,
      files: damaged,
      explanations: ['files were changed, added or lost since the archive was made'],
    };
  try {
    const made = await exportDataset({
      releaseId,
      specification,
      place: scratch,
      sources,
      documents,
      software,
      signal,
    });
    if (made.manifestHash === archive.manifestHash)
      return { outcome: 'identical', releaseId, files: [], explanations: [] };
    const files = differing(manifest.files, made.manifest.files);
    const explanations = explain(manifest, made.manifest);
    const onlyErasure = explanations.length === 1 && manifest.erasureEpoch !== made.manifest.erasureEpoch;
    return { outcome: onlyErasure ? 'erasure-epoch' : 'differs', releaseId, files, explanations };
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

type Files = readonly ReadManifest['files'][number][];

function differing(before: Files, now: Files): string[] {
  const hashes = new Map(now.map(({ path, sha256 }) => [path, sha256]));
  const changed = before.filter(({ path, sha256 }) => hashes.get(path) !== sha256).map(({ path }) => path);
  const known = new Set(before.map(({ path }) => path));
  return [...changed, ...now.map(({ path }) => path).filter((path) => !known.has(path))].sort();
}

type Compared = Pick<ReadManifest, 'erasureEpoch' | 'software' | 'ledgerRoot' | 'tzdata' | 'projections'>;

function explain(before: Compared, now: Compared): string[] {
  const projections = Object.keys({ ...before.projections, ...now.projections }).filter(
    (name) => before.projections[name] !== now.projections[name],
  );
  return [
    ...(before.erasureEpoch === now.erasureEpoch
      ? []
      : [`differs by erasure epoch: ${before.erasureEpoch} people were erased then, ${now.erasureEpoch} are now`]),
    ...(before.ledgerRoot === now.ledgerRoot ? [] : ['the log up to that index is another one']),
    ...(before.software.version === now.software.version
      ? []
      : [`made by version ${before.software.version}, now by ${now.software.version}`]),
    ...(before.tzdata === now.tzdata ? [] : [`time zones of ${before.tzdata}, now of ${now.tzdata}`]),
    ...(projections.length === 0 ? [] : [`read models of another version: ${projections.join(', ')}`]),
  ];
}
