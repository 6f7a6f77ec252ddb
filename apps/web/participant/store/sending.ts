import { call } from '../../graphql/call.ts';
import { CallFailed, failureOf, readAnswer } from '../../graphql/call.failure.ts';
import type { Document } from '../../graphql/document.ts';
import { COMMANDS, type CommandMeta } from './commands.ts';
import type { Waiting, WaitingFile } from './waiting.ts';

/** The position that the server wrote it at. */
interface Sent {
  readonly position: string;
}

type AnyCommand = Document<Readonly<Record<string, Sent>>, { readonly meta: CommandMeta; readonly input: unknown }>;

/** @throws CallFailed */
export async function sendCommand({ command, commandId, occurredAt, source }: Waiting): Promise<string> {
  // Each document answers to its own name with a receipt; the union of all of them is not one that TypeScript can call.
  const document = COMMANDS[command.name] as unknown as AnyCommand;
  const meta: CommandMeta = { commandId, occurredAt, sentAt: new Date().toISOString(), source };
  const answer = await call(document, { meta, input: command.input });
  return answer[command.name]?.position ?? '';
}

/** @throws CallFailed, also for one that was sent before and is there: with the code of that */
export async function sendFile(file: WaitingFile, bytes: Uint8Array<ArrayBuffer>, occurredAt: string): Promise<void> {
  const { assignmentId, attachmentId, attemptId, description } = file;
  const query = new URLSearchParams({ attemptId, occurredAt, ...(description === undefined ? {} : { description }) });
  const response = await fetch(`/attachments/${assignmentId}/${attachmentId}?${query.toString()}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', 'x-command-id': file.commandId },
    body: bytes,
    credentials: 'same-origin',
    redirect: 'error',
  }).catch((cause: unknown) => {
    throw new CallFailed('unreachable', 'OFFLINE', 'The server could not be reached.', { cause });
  });
  if (response.status === 201) return;
  throw failureOf((await readAnswer(response)).errors, response);
}
