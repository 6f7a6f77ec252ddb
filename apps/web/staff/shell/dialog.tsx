import { type ReactNode, useEffect, useRef } from 'react';
import { useMessages } from '../../language/language.context.tsx';
import { shellMessages } from './shell.messages.ts';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly wide?: boolean;
  /** One that cannot be left, such as signing in again. */
  readonly stays?: boolean;
  readonly children: ReactNode;
}

/** A modal of the browser’s own: it keeps the focus inside, closes by Escape, and gives the focus back. */
export function Dialog({ title, onClose, wide = false, stays = false, children }: DialogProps): ReactNode {
  const t = useMessages(shellMessages);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const shown = dialog.current;
    const before = document.activeElement;
    if (shown !== null && !shown.open) shown.showModal();
    // The first thing to fill in or press, not the cross.
    shown?.querySelector<HTMLElement>('input, textarea, select, .button')?.focus();
    return () => {
      shown?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={wide ? 'dialog wide' : 'dialog'}
      aria-labelledby="dialog-title"
      onCancel={(event) => {
        event.preventDefault();
        if (!stays) onClose();
      }}
    >
      <header>
        <h2 id="dialog-title">{title}</h2>
        {!stays && (
          <button type="button" className="cross" aria-label={t('close')} onClick={onClose}>
            <span aria-hidden="true">×</span>
          </button>
        )}
      </header>
      {children}
    </dialog>
  );
}
