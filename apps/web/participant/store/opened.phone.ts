import type { Language } from '../../language/language.ts';
import { lastPerson, unsentBefore } from './device.ts';
import { Phone } from './phone.ts';
import { NotKept, SealedStore } from './sealed.store.ts';

/** What came of opening a phone: `lost` things were here and waited to be sent, and the browser has cleared them. */
export type OpenedPhone =
  | { readonly kind: 'open'; readonly phone: Phone; readonly lost: number }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unusable'; readonly why: NotKept['why'] };

/** @param mode `existing`: opened only where something lies here */
export async function openPhone(
  person: string,
  mode: 'begin' | 'existing',
  language: () => Language,
): Promise<OpenedPhone> {
  try {
    const store = await SealedStore.of(person, mode);
    if (store === undefined) return { kind: 'nothing' };
    const lost = store.fresh && lastPerson() === person ? unsentBefore() : 0;
    const phone = new Phone(store, language);
    await phone.load();
    return { kind: 'open', phone, lost };
  } catch (error) {
    if (!(error instanceof NotKept)) throw error;
    return { kind: 'unusable', why: error.why };
  }
}
