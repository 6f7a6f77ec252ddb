import type { Language } from './language.ts';

/** What a message is filled with: `{name}` in text; numbers are written as the language writes them. */
export type Values = Readonly<Record<string, string | number>>;

/** Text, or one text per plural form of `{count}` (`one`, `other`, …, as Intl.PluralRules names them). */
export type Message = string | (Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string });

/** All messages of one language. */
export type Messages = Readonly<Record<string, Message>>;

/** The same keys in every language: a missing one does not compile. */
export type Catalogue<Keys extends string> = Readonly<Record<Language, Readonly<Record<Keys, Message>>>>;

/** Says a message. */
export type Say<Keys extends string> = (key: Keys, values?: Values) => string;

const rules = new Map<Language, Intl.PluralRules>();
const numbers = new Map<Language, Intl.NumberFormat>();

function kept<Made>(made: Map<Language, Made>, language: Language, make: () => Made): Made {
  const found = made.get(language) ?? make();
  made.set(language, found);
  return found;
}

/**
 * The way to say the messages of a catalogue in a language: `say('sent', { count: 3 })`. A value that is missing stays as
 * `{name}`, so that a test sees it.
 */
export function sayer<Keys extends string>(catalogue: Catalogue<Keys>, language: Language): Say<Keys> {
  const messages = catalogue[language];
  return (key, values = {}) => {
    const message: Message = messages[key];
    const text = typeof message === 'string' ? message : formOf(message, values['count'], language);
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => written(values[name], language) ?? whole);
  };
}

function formOf(message: Exclude<Message, string>, count: string | number | undefined, language: Language): string {
  const rule = kept(rules, language, () => new Intl.PluralRules(language)).select(Number(count ?? 0));
  return message[rule] ?? message.other;
}

function written(value: string | number | undefined, language: Language): string | undefined {
  if (typeof value !== 'number') return value;
  return kept(numbers, language, () => new Intl.NumberFormat(language)).format(value);
}
