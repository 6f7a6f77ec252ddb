import { call } from '../../graphql/call.ts';
import type { Document } from '../../graphql/document.ts';
import { noteWritten } from './freshness.ts';
import { newCommandId } from './command-id.ts';
import type { CommandMetaInput, RecordKind } from './commands.generated.ts';

/** What a command is answered with. */
export interface Receipt {
  readonly commandId: string;
  readonly eventIds: readonly string[];
  readonly position: string;
  readonly recordId: string;
}

/** When and how it happened, where that is not now and here. */
export type Told = Omit<CommandMetaInput, 'commandId'>;

/** A command ready to be sent, as often as it takes: its id stays, so that the server takes it once. */
export interface Act {
  readonly category: RecordKind;
  readonly send: () => Promise<Receipt>;
}

interface Command<Input> {
  readonly input: Input;
  readonly meta: CommandMetaInput;
}

/**
 * Makes a command ready.
 * @param category of the record it writes to: what undoing it has to name
 */
export function act<Input extends object>(
  category: RecordKind,
  document: Document<Readonly<Record<string, Receipt>>, Command<Input>>,
  input: Input,
  told: Told = {},
): Act {
  const meta = { source: 'WEB' as const, occurredAt: new Date().toISOString(), ...told, commandId: newCommandId() };
  return {
    category,
    async send() {
      const sent: CommandMetaInput = { ...meta, sentAt: new Date().toISOString() };
      const [receipt] = Object.values(await call(document, { input, meta: sent }));
      if (receipt === undefined) throw new Error(`${document.name} was answered with nothing`);
      noteWritten(receipt.position);
      return receipt;
    },
  };
}
