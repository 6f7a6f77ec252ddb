import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { useMessages } from '../../language/language.context.tsx';
import { failureMessages, wordsOf } from './failure.words.ts';
import { shellMessages } from './shell.messages.ts';
import { useHeading } from './use-heading.ts';

type ButtonKind = 'plain' | 'main' | 'quiet' | 'warn';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly kind?: ButtonKind;
  /** The key that does the same, where there is one. */
  readonly hint?: string | undefined;
}

/** A button; `main` once a screen. */
export function Button({ kind = 'plain', hint, children, type = 'button', ...rest }: ButtonProps): ReactNode {
  return (
    <button {...rest} type={type} className={`button ${kind}`}>
      {children}
      {hint !== undefined && <Hint>{hint}</Hint>}
    </button>
  );
}

/** A key, as it looks on a keyboard. Said by the sheet of keys, not by a screen reader at every button. */
export function Hint({ children }: { readonly children: string }): ReactNode {
  return (
    <kbd className="hint" aria-hidden="true">
      {children}
    </kbd>
  );
}

export function Loading(): ReactNode {
  const t = useMessages(shellMessages);
  return (
    <p className="loading" role="status">
      {t('loading')}
    </p>
  );
}

interface ProblemProps {
  readonly error: unknown;
  readonly again?: () => void;
}

/** What went wrong, in plain words, and a way on. */
export function Problem({ error, again }: ProblemProps): ReactNode {
  const t = useMessages(shellMessages);
  const say = useMessages(failureMessages);
  return (
    <div className="problem" role="alert">
      <p>{say(...wordsOf(error))}</p>
      {again !== undefined && <Button onClick={again}>{t('again')}</Button>}
    </div>
  );
}

interface EmptyProps {
  readonly title: string;
  readonly children?: ReactNode;
}

/** There is nothing here, and what that means. */
export function Empty({ title, children }: EmptyProps): ReactNode {
  return (
    <div className="empty">
      <h2>{title}</h2>
      {children}
    </div>
  );
}

interface HeadProps {
  readonly title: string;
  readonly about?: ReactNode;
  readonly children?: ReactNode;
}

/** The head of a screen: what it is, what of it there is, and what to do. */
export function Head({ title, about, children }: HeadProps): ReactNode {
  const heading = useHeading(title);
  return (
    <header className="head">
      <div>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {about !== undefined && <p className="about">{about}</p>}
      </div>
      {children !== undefined && <div className="acts screen-only">{children}</div>}
    </header>
  );
}

interface PendingProps {
  readonly title: string;
  /** Why the first read failed; none while it is on its way. */
  readonly error: unknown;
  readonly again: () => void;
}

/** A screen that has nothing to show yet: where one is, and that it is loaded, or why it is not. */
export function Pending({ title, error, again }: PendingProps): ReactNode {
  return (
    <>
      <Head title={title} />
      {error === null ? <Loading /> : <Problem error={error} again={again} />}
    </>
  );
}

/** What there is to know about something, in a line. */
export function FactList({ facts }: { readonly facts: readonly string[] }): ReactNode {
  return (
    <ul className="facts">
      {facts.map((fact) => (
        <li key={fact}>{fact}</li>
      ))}
    </ul>
  );
}

interface FieldProps {
  readonly label: string;
  readonly help?: string | undefined;
  readonly children: ReactNode;
}

/** A label around its control. */
export function Field({ label, help, children }: FieldProps): ReactNode {
  return (
    <label className="field">
      <span className="label">{label}</span>
      {children}
      {help !== undefined && <span className="help">{help}</span>}
    </label>
  );
}
