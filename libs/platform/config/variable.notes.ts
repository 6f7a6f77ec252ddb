import { z } from 'zod';

/** What the configuration page and a refusal say about a variable. */
export interface VariableNote {
  /** What it is for. */
  readonly purpose: string;
  /** Completes "expected …". */
  readonly expected: string;
  /** What holds when it is absent, in words. */
  readonly absent: string;
  /** Its value never appears in an error or a log. */
  readonly secret?: true;
}

/** What is said of each variable. */
export const variableNotes = z.registry<VariableNote>();

/** A whole number between two others, both included. */
export const wholeNumber = (lowest: number, highest: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.number().min(lowest).max(highest));

/** An address of one of these protocols. */
export const urlOf = (...protocols: readonly string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol.slice(0, -1)));

/** Whether a name always means this computer. */
export const isLoopbackName = (name: string): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(name);
