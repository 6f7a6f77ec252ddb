/** A value as it lies on the phone: AES-GCM, 256 bits, a fresh nonce each time. */
export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly data: ArrayBuffer;
}

/** A key that no script can read out: it can be used here, or destroyed. */
export async function newKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

/** @param place where it will lie; what is moved elsewhere does not open */
export async function seal(key: CryptoKey, place: string, content: Uint8Array<ArrayBuffer>): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  return { iv, data: await crypto.subtle.encrypt(algorithm(iv, place), key, content) };
}

/** @throws DOMException where the key is another, or the value was changed or moved */
export async function open(key: CryptoKey, place: string, { iv, data }: Sealed): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.decrypt(algorithm(iv, place), key, data));
}

function algorithm(iv: Uint8Array<ArrayBuffer>, place: string): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(place) };
}
