import { Component, type ReactNode } from 'react';
import { useMessages } from '../../language/language.context.tsx';
import { shellMessages } from '../shell.messages.ts';

interface MishapState {
  readonly broken: boolean;
}

/** What is left when a screen could not be shown: a way to try again. What was typed lies on the phone. */
export class Mishap extends Component<{ readonly children: ReactNode }, MishapState> {
  override state: MishapState = { broken: false };

  static getDerivedStateFromError(): MishapState {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? <Sorry /> : this.props.children;
  }
}

function Sorry(): ReactNode {
  const t = useMessages(shellMessages);
  return (
    <main className="p-frame p-screen">
      <h1>{t('mishapTitle')}</h1>
      <p>{t('mishapText')}</p>
      <button type="button" className="p-button" onClick={() => location.reload()}>
        {t('again')}
      </button>
    </main>
  );
}
