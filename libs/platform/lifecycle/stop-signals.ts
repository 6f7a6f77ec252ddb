/** Why a process stops. */
export type StopReason =
  { readonly kind: 'signal'; readonly signal: NodeJS.Signals } | { readonly kind: 'fault'; readonly error: unknown };

export interface StopSignals {
  /** Settles once, with the first reason. */
  readonly requested: Promise<StopReason>;
  /** Ends listening. */
  dispose(): void;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** npm passes on the Ctrl-C that the terminal has sent us already; a person is slower. */
const SAME_PRESS_MILLISECONDS = 500;

/**
 * Listens for Ctrl-C, SIGTERM and the terminal's end, and for faults that nobody caught. `onImpatience` is called when a signal comes
 * again while the first is still being obeyed.
 */
export function listenForStop(onImpatience: () => void, now: () => number = () => performance.now()): StopSignals {
  let settle: (reason: StopReason) => void = () => undefined;
  const requested = new Promise<StopReason>((resolve) => (settle = resolve));
  let first: number | undefined;
  const onSignal = (signal: NodeJS.Signals): void => {
    first ??= now();
    if (now() - first > SAME_PRESS_MILLISECONDS) onImpatience();
    else settle({ kind: 'signal', signal });
  };
  const onFault = (error: unknown): void => settle({ kind: 'fault', error });
  for (const signal of SIGNALS) process.on(signal, onSignal);
  process.on('uncaughtException', onFault);
  process.on('unhandledRejection', onFault);
  return {
    requested,
    dispose: () => {
      for (const signal of SIGNALS) process.off(signal, onSignal);
      process.off('uncaughtException', onFault);
      process.off('unhandledRejection', onFault);
    },
  };
}
