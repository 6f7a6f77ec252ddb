import type { ReactNode } from 'react';
import { useMessages } from '../../language/language.context.tsx';
import { failureMessages, wordsOf } from '../shell/failure.words.ts';
import { useKeysOf } from '../shell/keys.context.tsx';
import { Button } from '../shell/parts.tsx';
import { shellMessages } from '../shell/shell.messages.ts';
import { type Saved, useActs } from './acts.context.tsx';

/** What became of the last act, with its way back; and every one that is not saved. It stays until the next. */
export function ActsBar(): ReactNode {
  const t = useMessages(shellMessages);
  const { saved, undo } = useActs();
  const unsent = saved.filter(({ state }) => state === 'unsent' || state === 'kept');
  const last = saved.findLast(({ state }) => state !== 'unsent' && state !== 'kept');
  const undoable = saved.some(({ state, undoable: can }) => state === 'saved' && can);
  useKeysOf(undoable ? [{ key: 'u', does: t('undo'), run: undo }] : []);
  return (
    <div className="acts-bar screen-only">
      <div role="status" className="said">
        {last !== undefined && <Said saved={last} />}
      </div>
      {undoable && last?.state === 'saved' && (
        <Button kind="quiet" hint="U" onClick={undo}>
          {t('undo')}
        </Button>
      )}
      <div role="alert">
        {unsent.map((each) => (
          <Unsent key={each.number} saved={each} />
        ))}
      </div>
    </div>
  );
}

function Said({ saved: { state, what } }: { readonly saved: Saved }): ReactNode {
  const t = useMessages(shellMessages);
  if (state === 'undoing') return t('undoing');
  if (state === 'unsent' || state === 'kept') return null;
  return t(state, { what });
}

function Unsent({ saved: { number, what, state, error } }: { readonly saved: Saved }): ReactNode {
  const t = useMessages(shellMessages);
  const say = useMessages(failureMessages);
  const { retry, discard } = useActs();
  return (
    <div className="unsent">
      <span>{t(state === 'kept' ? 'kept' : 'unsent', { what, why: say(...wordsOf(error)) })}</span>
      {state === 'unsent' && <Button onClick={() => retry(number)}>{t('retry')}</Button>}
      <Button kind="quiet" onClick={() => discard(number)}>
        {t('discard')}
      </Button>
    </div>
  );
}
