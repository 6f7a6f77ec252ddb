import type { AnswerValues } from '#worksheets/filling';
import type { Command } from './commands.ts';

/** Names whose texts a person wrote, as opposed to codes. */
const WRITTEN: ReadonlySet<string> = new Set(['note', 'question', 'title', 'instructions', 'description']);

/** Everything somebody wrote in a command, to be read and copied from the screen. */
export function wordsIn({ input }: Command): readonly string[] {
  const found: string[] = [];
  const visit = (value: unknown, name: string, answers: boolean): void => {
    if (typeof value === 'string') {
      if (name === 'answers') visit(valuesOf(value), name, true);
      else if (answers || WRITTEN.has(name)) found.push(value);
    } else if (Array.isArray(value)) value.forEach((each) => visit(each, name, answers));
    else if (typeof value === 'object' && value !== null)
      for (const [key, each] of Object.entries(value)) visit(each, key, answers && key !== 'worksheet');
  };
  visit(input, '', false);
  return found.filter((text) => text.trim() !== '');
}

/** Everything somebody wrote in answers. */
export function wordsOfValues(values: AnswerValues): readonly string[] {
  const found: string[] = [];
  const visit = (value: unknown): void => {
    if (typeof value === 'string') found.push(value);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(visit);
  };
  visit(values);
  return found.filter((text) => text.trim() !== '');
}

function valuesOf(text: string): unknown {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && read !== null && 'values' in read
      ? Object.values(read.values as object)
      : undefined;
  } catch {
    return undefined;
  }
}
