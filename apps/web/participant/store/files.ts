import type { AnswerValues, AttachedFile } from '#worksheets/filling';
import { FileNotKept } from '../../worksheet/file.not-kept.ts';
import { orderedId } from './ordered.id.ts';
import { NotKept, type SealedStore } from './sealed.store.ts';
import type { WaitingFile } from './waiting.ts';

/** The server's own most, in bytes, is a setting; a phone's photo is well below this. */
const MOST_BYTES = 20_000_000;

/** Photos and sounds that lie on the phone, sealed, until they are sent. */
export class Files {
  constructor(private readonly store: SealedStore) {}

  /** @throws FileNotKept */
  async keep(file: Blob, kind: AttachedFile['kind']): Promise<AttachedFile> {
    if (file.size > MOST_BYTES) throw new FileNotKept('too-large');
    const bytes = await file.arrayBuffer().catch(() => undefined);
    if (bytes === undefined || bytes.byteLength === 0) throw new FileNotKept('not-readable');
    const attachmentId = orderedId();
    try {
      await this.store.put({ kind: 'file', id: attachmentId, value: new Uint8Array(bytes) });
    } catch (error) {
      if (error instanceof NotKept) throw new FileNotKept('no-room');
      throw error;
    }
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    const sha256 = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    return { attachmentId, sha256, kind };
  }

  /** An address for this page alone. */
  async addressOf(attachmentId: string): Promise<string | undefined> {
    const bytes = await this.store.bytes('file', attachmentId).catch(() => undefined);
    return bytes === undefined ? undefined : URL.createObjectURL(new Blob([bytes]));
  }
}

/** The files that answers name, as they have to go before them. */
export function filesOf(
  values: AnswerValues,
  of: Pick<WaitingFile, 'assignmentId' | 'attemptId'>,
): readonly WaitingFile[] {
  return Object.values(values)
    .flatMap((value) => (Array.isArray(value) ? attached(value) : []))
    .map((file) => ({
      ...of,
      attachmentId: file.attachmentId,
      commandId: orderedId(),
      ...(file.description === undefined ? {} : { description: file.description }),
    }));
}

function attached(entries: readonly unknown[]): readonly AttachedFile[] {
  return entries.filter(
    (entry): entry is AttachedFile => typeof entry === 'object' && entry !== null && 'attachmentId' in entry,
  );
}
