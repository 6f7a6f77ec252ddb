import type { ReactNode } from 'react';
import { useMessages } from '../../language/language.context.tsx';
import { Dialog } from './dialog.tsx';
import { useKeys } from './keys.context.tsx';
import { shellMessages } from './shell.messages.ts';

/** Every key that does something here, and the switch that turns them off. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useMessages(shellMessages);
  const { on, switchTo, listed } = useKeys();
  const keys = listed().filter(({ key }, index, all) => all.findIndex((each) => each.key === key) === index);
  return (
    <Dialog title={t('keysTitle')} onClose={onClose}>
      <dl className="keys">
        {keys.map(({ key, does }) => (
          <div key={key}>
            <dt>
              <kbd>{key.length === 1 ? key.toUpperCase() : key}</kbd>
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
