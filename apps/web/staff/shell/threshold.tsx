import type { ReactNode } from 'react';
import { Pending } from './parts.tsx';

interface ThresholdProps {
  readonly error: unknown;
  readonly again: () => void;
}

/** Before it is known who is here: the whole page waits, or says why it cannot go on. */
export function Threshold({ error, again }: ThresholdProps): ReactNode {
  return (
    <main className="alone">
      <Pending title="Intersession" error={error} again={again} />
    </main>
  );
}
