import { createContext, use } from 'react';
import { type AttachedFile, type Text, type Words, wordsOf } from '#worksheets/filling';

/** Where files that belong to an answer are kept until they are sent. */
export interface FileKeeper {
  /** @throws FileNotKept */
  keep(file: Blob, kind: AttachedFile['kind']): Promise<AttachedFile>;
  /** Address of a file that was kept here; none where it is elsewhere. */
  addressOf(attachmentId: string): Promise<string | undefined>;
}

/** What every question needs besides its answer. */
export interface Filling {
  readonly language: string;
  readonly words: Words;
  readonly say: (text: Text) => string;
  readonly files: FileKeeper | undefined;
  /** Address of a recording or picture of the site's own; none where it has none. */
  readonly mediaUrl: (id: string) => string | undefined;
}

/** @param languages of the worksheet; its first is used where the wanted one is missing */
export function fillingOf(
  languages: readonly string[],
  wanted: string,
  more: Partial<Pick<Filling, 'files' | 'mediaUrl'>> = {},
): Filling {
  const [original = 'en'] = languages;
  const language = languages.includes(wanted) ? wanted : original;
  return {
    language,
    words: wordsOf(wanted),
    say: (text) => text[language] ?? text[original] ?? Object.values(text)[0] ?? '',
    files: more.files,
    mediaUrl: more.mediaUrl ?? (() => undefined),
  };
}

const FillingContext = createContext<Filling>(fillingOf(['en'], 'en'));

export const FillingProvider = FillingContext;
export const useFilling = (): Filling => use(FillingContext);
