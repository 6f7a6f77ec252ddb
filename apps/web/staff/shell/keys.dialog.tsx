import type { ReactNode } from 'react';
import { useMessages } from '../../language/language.context.tsx';
import { Dialog } from './dialog.tsx';
import { useKeys } from './keys.context.tsx';
import { shellMessages } from './shell.messages.ts';

/** As they are printed on keyboards. */
const SIGNS: Readonly<Record<string, string>> = { ArrowDown: '↓', ArrowUp: '↑', Enter: 'Enter' };

/** Every key that does something here, and the switch that turns them off. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useMessages(shellMessages);
  const { on, switchTo, listed } = useKeys();
  const keys = listed().filter(({ key }, index, all) => all.findIndex((each) => each.key === key) === index);
  const acts = [...new Set(keys.map(({ does }) => does))];
  return (
    <Dialog title={t('keysTitle')} onClose={onClose}>
      <dl className="keys">
        {acts.map((does) => (
          <div key={does}>
            <dt>
              {keys
                .filter((each) => each.does === does)
                .map(({ key }) => (
                  <kbd key={key}>{SIGNS[key] ?? key.toUpperCase()}</kbd>
                ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <label className="switch">
        <input type="checkbox" role="switch" checked={on} onChange={({ target }) => switchTo(target.checked)} />
        <span>{t('keysSwitch')}</span>
      </label>
      <p className="soft" role="status">
        {on ? t('keysOn') : t('keysOff')}
      </p>
    </Dialog>
  );
}
