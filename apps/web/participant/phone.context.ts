import { createContext, use } from 'react';
import type { Session } from './store/session.ts';
import type { Phone } from './store/phone.ts';
import { useSignal } from './store/signal.ts';
import type { Day } from './store/participant.day.ts';
import type { Waiting } from './store/waiting.ts';

export const SessionContext = createContext<Session | undefined>(undefined);
export const PhoneContext = createContext<Phone | undefined>(undefined);

export function useSession(): Session {
  const session = use(SessionContext);
  if (session === undefined) throw new Error('There is no session around this');
  return session;
}

/** The phone of whoever is signed in. */
export function usePhone(): Phone {
  const phone = use(PhoneContext);
  if (phone === undefined) throw new Error('There is no phone around this');
  return phone;
}

/** What was done here and the server may not know yet. */
export function useTold(): readonly Waiting[] {
  const { outbox } = usePhone();
  const waiting = useSignal(outbox.waiting);
  const sent = useSignal(outbox.sent);
  // For a moment something is both: sent, and not yet taken from the phone.
  return [...sent, ...waiting.filter(({ commandId }) => !sent.some((one) => one.commandId === commandId))];
}

/** What the server said last; nothing before it was ever asked. */
export function useDay(): Day | undefined {
  return useSignal(usePhone().day);
}
