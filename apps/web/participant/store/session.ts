import { CallFailed } from '../../graphql/call.failure.ts';
import { signIn, signInState, type SignInState } from '../../graphql/sign-in.ts';
import type { Language } from '../../language/language.ts';
import {
  askToKeep,
  clearDevice,
  lastPerson,
  lostHere,
  noteLost,
  noteUnsent,
  rememberPerson,
  unsentBefore,
} from './device.ts';
import type { OpenedPhone } from './opened.phone.ts';
import type { Phone } from './phone.ts';
import { Signal } from './signal.ts';

/**
 * Who this phone is for at the moment. `starting`: not known yet; `out`: nobody, sign in; `in`: a participant, with or
 * without a connection; `guest`: a linked person, who only reads; `staff`: somebody whose page is another.
 */
export type Stage =
  | { readonly kind: 'starting' }
  | { readonly kind: 'out'; readonly lost: number; readonly demonstration: boolean }
  | { readonly kind: 'in'; readonly phone: Phone }
  | { readonly kind: 'guest'; readonly person: string }
  | { readonly kind: 'staff' }
  | { readonly kind: 'unusable'; readonly why: 'insecure' | Extract<OpenedPhone, { kind: 'unusable' }>['why'] };

/** Signing in and out, and what happens to what lies on the phone meanwhile. */
export class Session {
  readonly stage = new Signal<Stage>({ kind: 'starting' });

  /** A link that was opened did not count. */
  readonly failed = new Signal(false);

  /** How much this phone cleared before it was sent; nothing once the person has read it. */
  readonly lost = new Signal(lostHere());

  constructor(private readonly language: () => Language) {}

  /** Opens what lies here at once, and asks the server after that. */
  async start(): Promise<void> {
    if (!globalThis.isSecureContext) return this.stage.set({ kind: 'unusable', why: 'insecure' });
    const person = lastPerson();
    // Without the part that opens it, it stays where it is: the door is shown.
    if (person !== undefined) await this.#enter(person, 'existing').catch(ifNotReached);
    await this.ask();
  }

  /** Who is signed in, as the server knows. Without an answer whoever is here stays. */
  async ask(): Promise<void> {
    const state = await signInState().catch(ifNotReached);
    await this.#follow(state);
  }

  async #follow(state: SignInState | undefined): Promise<void> {
    const { value: now } = this.stage;
    if (state === undefined || state.stage !== 'open' || state.subject === null) {
      // Whoever has work here keeps it; sending it asks them to sign in again.
      if (now.kind === 'in') return void now.phone.sync();
      const demonstration = state?.ways.demonstration === true;
      return this.stage.set({ kind: 'out', lost: unsentBefore(), demonstration });
    }
    if (state.kind === 'caregiver') return this.stage.set({ kind: 'guest', person: state.subject });
    if (state.kind !== 'participant') return this.stage.set({ kind: 'staff' });
    await this.#enter(state.subject, 'begin');
    const { value: then } = this.stage;
    if (then.kind === 'in') await then.phone.sync();
  }

  /** @param count nothing when the person has read it */
  tellLost(count: number): void {
    noteLost(count);
    this.lost.set(count);
  }

  /** @param code short, or what a link holds @throws CallFailed where it does not count */
  async signIn(code: string): Promise<void> {
    await signIn('code', { code });
    void askToKeep();
    await this.ask();
  }

  /** As the made-up person of a demonstration, whose password is published. @throws CallFailed */
  async lookAround(): Promise<void> {
    await signIn('password', { name: 'demo-phone', password: 'demonstration' });
    await this.ask();
  }

  async #enter(person: string, mode: 'begin' | 'existing'): Promise<void> {
    const { value: now } = this.stage;
    if (now.kind === 'in' && now.phone.person === person) return;
    const { openPhone } = await opening();
    const opened = await openPhone(person, mode, this.language);
    if (opened.kind === 'nothing') return;
    if (opened.kind === 'unusable') return this.stage.set(opened);
    if (opened.lost > 0) this.tellLost(opened.lost);
    // Somebody else's stays sealed where it is.
    if (now.kind === 'in') now.phone.stop();
    rememberPerson(person);
    this.stage.set({ kind: 'in', phone: opened.phone });
  }

  /** Signs out and destroys the key. What still waits has to be sent before, or is given up by the person. */
  async signOut(): Promise<void> {
    const { value: now } = this.stage;
    if (now.kind === 'in') await quieten();
    // Without a connection the phone forgets all the same; the server ends what is not used.
    await signIn('out', {}).catch(ifNotReached);
    if (now.kind === 'in') {
      await now.phone.store.destroy();
      now.phone.stop();
    }
    noteUnsent(0);
    rememberPerson(undefined);
    this.stage.set({ kind: 'out', lost: 0, demonstration: false });
  }

  /** Leaves nothing of this page on the phone. */
  async wipe(): Promise<void> {
    await this.signOut();
    await clearDevice();
  }
}

/** Fetched when somebody is signed in: the door is shown without it. */
async function opening() {
  return import('./opened.phone.ts').catch((cause: unknown) => {
    throw new CallFailed('unreachable', 'OFFLINE', 'A part of this page is not here yet.', { cause });
  });
}

/** Notes end with the session; a browser that cannot end them now does when its push service asks. */
async function quieten(): Promise<void> {
  try {
    const { silence } = await import('./push.ts');
    await silence();
  } catch {
    // Signing out does not hang on it.
  }
}

/** @throws what is something else */
function ifNotReached(error: unknown): undefined {
  if (!(error instanceof CallFailed)) throw error;
  return undefined;
}
