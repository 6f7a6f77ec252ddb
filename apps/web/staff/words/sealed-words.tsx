import type { ReactNode } from 'react';
import { useMessages } from '../../language/language.context.tsx';
import type { Catalogue } from '../../language/messages.ts';

const messages: Catalogue<'kept' | 'erased'> = {
  en: { kept: 'Not shared with you', erased: 'Erased' },
  sv: { kept: 'Delas inte med dig', erased: 'Raderat' },
};

interface Sealed {
  readonly text: string | null;
  readonly erased?: boolean;
}

/** Private text: what it says, or that it is kept or gone. */
export function Words({ of }: { readonly of: Sealed | null | undefined }): ReactNode {
  const t = useMessages(messages);
  if (of == null) return null;
  if (of.text !== null) return of.text;
  return <em className="soft">{t(of.erased === true ? 'erased' : 'kept')}</em>;
}

/** The same as plain text, for names of buttons and acts. */
export function useWords(): (of: Sealed | null | undefined) => string {
  const t = useMessages(messages);
  return (of) => of?.text ?? t(of?.erased === true ? 'erased' : 'kept');
}
