import { CallFailed } from '../../graphql/call.failure.ts';
import { signIn, signInState, type SignInState } from '../../graphql/sign-in.ts';
import type { Language } from '../../language/language.ts';
import { askToKeep, clearDevice, lastPerson, rememberPerson } from './device.ts';
import { unsentBefore } from './outbox.ts';
import { Phone } from './phone.ts';
import { NotKept, SealedStore } from './sealed.store.ts';
import { Signal } from './signal.ts';

/**
 * Who this phone is for at the moment. `starting`: not known yet; `out`: nobody, sign in; `in`: a participant, with or
 * without a connection; `guest`: a linked person, who only reads; `staff`: somebody whose page is another.
 */
export type Stage =
  | { readonly kind: 'starting' }
  | { readonly kind: 'out'; readonly lost: number }
  | { readonly kind: 'in'; readonly phone: Phone }
  | { readonly kind: 'guest'; readonly person: string }
  | { readonly kind: 'staff' }
  | { readonly kind: 'unusable'; readonly why: 'insecure' | NotKept['why'] };

/** Signing in and out, and what happens to what lies on the phone meanwhile. */
export class Session {
  readonly stage = new Signal<Stage>({ kind: 'starting' });

  /** A link that was opened did not count. */
  readonly failed = new Signal(false);

  constructor(private readonly language: () => Language) {}

  /** Opens what lies here at once, and asks the server after that. */
  async start(): Promise<void> {
    if (!globalThis.isSecureContext) return this.stage.set({ kind: 'unusable', why: 'insecure' });
    const person = lastPerson();
    if (person !== undefined) await this.#enter(person, 'existing');
    await this.ask();
  }

  /** Who is signed in, as the server knows. Without an answer whoever is here stays. */
  async ask(): Promise<void> {
    const state = await signInState().catch((error: unknown) => {
      if (error instanceof CallFailed) return undefined;
      throw error;
    });
    await this.#follow(state);
  }

  async #follow(state: SignInState | undefined): Promise<void> {
    const { value: now } = this.stage;
    if (state === undefined || state.stage !== 'open' || state.subject === null) {
      // Whoever has work here keeps it; sending it asks them to sign in again.
      if (now.kind === 'in') return void now.phone.sync();
      return this.stage.set({ kind: 'out', lost: unsentBefore() });
    }
    if (state.kind === 'caregiver') return this.stage.set({ kind: 'guest', person: state.subject });
    if (state.kind !== 'participant') return this.stage.set({ kind: 'staff' });
    await this.#enter(state.subject, 'begin');
    const { value: then } = this.stage;
    if (then.kind === 'in') await then.phone.sync();
  }

  /** @param code short, or what a link holds @throws CallFailed where it does not count */
  async signIn(code: string): Promise<void> {
    await signIn('code', { code });
    void askToKeep();
    await this.ask();
  }

  async #enter(person: string, mode: 'begin' | 'existing'): Promise<void> {
    const { value: now } = this.stage;
    if (now.kind === 'in' && now.phone.person === person) return;
    try {
      const store = await SealedStore.of(person, mode);
      if (store === undefined) return;
      const phone = new Phone(store, this.language);
      await phone.load();
      // Somebody else's stays sealed where it is.
      if (now.kind === 'in') now.phone.stop();
      rememberPerson(person);
      this.stage.set({ kind: 'in', phone });
    } catch (error) {
      if (!(error instanceof NotKept)) throw error;
      this.stage.set({ kind: 'unusable', why: error.why });
    }
  }

  /** Signs out and destroys the key. What still waits has to be sent before, or is given up by the person. */
  async signOut(): Promise<void> {
    const { value: now } = this.stage;
    await signIn('out', {}).catch((error: unknown) => {
      // Without a connection the phone forgets all the same; the server ends what is not used.
      if (!(error instanceof CallFailed)) throw error;
    });
    if (now.kind === 'in') await now.phone.store.destroy();
    localStorage.removeItem('intersession.unsent');
    rememberPerson(undefined);
    this.stage.set({ kind: 'out', lost: 0 });
  }

  /** Leaves nothing of this page on the phone. */
  async wipe(): Promise<void> {
    await this.signOut();
    await clearDevice();
  }
}
