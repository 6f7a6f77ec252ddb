import type { FieldOf } from '../format/field.schema.ts';
import { BLANK, faulty, isRecord, type Verdict, wrongKind } from './answer.verdict.ts';
import type { AttachedFile } from './answers.values.ts';

const ID = /^[A-Za-z0-9][A-Za-z0-9._~:-]{0,119}$/;
const SHA256 = /^[0-9a-f]{64}$/;
const PARTS: ReadonlySet<string> = new Set(['attachmentId', 'sha256', 'kind', 'description']);

/** Checks references to files that were stored before; whether they exist and hold what the hash says, the store knows. */
export function checkAttachments(field: FieldOf<'attachment'>, value: unknown, path: string): Verdict {
  if (!Array.isArray(value)) return wrongKind(path, 'a list of stored files');
  if (value.length === 0) return BLANK;
  if (value.length > field.max) return faulty(path, 'TooMany', `has ${value.length} files; at most ${field.max}`);
  const files: AttachedFile[] = [];
  for (const [index, entry] of value.entries()) {
    const file = fileOf(entry);
    if (file === undefined) return wrongKind(`${path}[${index}]`, 'a stored file: attachmentId, sha256, kind');
    if (!field.accept.includes(file.kind)) {
      return faulty(`${path}[${index}].kind`, 'OutOfRange', `is ${file.kind}; taken: ${field.accept.join(', ')}`);
    }
    files.push(file);
  }
  return { value: files };
}

function fileOf(value: unknown): AttachedFile | undefined {
  if (!isRecord(value) || Object.keys(value).some((key) => !PARTS.has(key))) return undefined;
  const { attachmentId, sha256, kind, description } = value;
  if (typeof attachmentId !== 'string' || !ID.test(attachmentId)) return undefined;
  if (typeof sha256 !== 'string' || !SHA256.test(sha256)) return undefined;
  if (kind !== 'photo' && kind !== 'audio') return undefined;
  if (description === undefined) return { attachmentId, sha256, kind };
  return typeof description === 'string' && description.length <= 2_000
    ? { attachmentId, sha256, kind, description }
    : undefined;
}
