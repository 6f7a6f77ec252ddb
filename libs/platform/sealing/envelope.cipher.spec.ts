import { describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { envelope as envelopeShape } from '#domain';
import { BrokenSeal, decrypt, deriveKey, encrypt, openValue, sealValue } from './envelope.cipher.ts';

const key = randomBytes(32);
const sealed = sealValue(key, 'participant:P1', 'event/note', 'I slept badly');

describe('an envelope', () => {
  it('opens to any JSON value it was closed over', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const envelope = sealValue(key, 'participant:P1', 'event/note', value);
        expect(envelopeShape.parse(envelope)).toEqual(envelope);
        expect(openValue(key, envelope)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('tells nothing but the length of the text, and never the same bytes twice', () => {
    expect(sealed.length).toBe(13);
    expect(JSON.stringify(sealed)).not.toContain('slept');
    expect(Buffer.from(sealed.text, 'base64url').includes('slept')).toBe(false);
    const again = sealValue(key, 'participant:P1', 'event/note', 'I slept badly');
    expect([again.iv, again.text]).not.toEqual([sealed.iv, sealed.text]);
  });

  it.each<[string, Partial<typeof sealed>]>([
    ['another place', { at: 'event/other' }],
    ['another event', { at: 'other/note' }],
    ['another owner', { key: 'participant:P2' }],
    ['another length', { length: 14 }],
    ['another nonce', { iv: randomBytes(12).toString('base64url') }],
    ['no nonce', { iv: '' }],
    ['another text', { text: randomBytes(40).toString('base64url') }],
    ['half the text', { text: sealed.text.slice(0, 20) }],
    ['no text', { text: '' }],
    ['garbage', { text: '%%%', iv: '%%%' }],
  ])('does not open with %s', (_, change) => {
    expect(() => openValue(key, { ...sealed, ...change })).toThrow(BrokenSeal);
  });

  it('does not open with another key', () => {
    expect(() => openValue(randomBytes(32), sealed)).toThrow(BrokenSeal);
    expect(() => decrypt(deriveKey(key, 'other'), encrypt(key, Buffer.from('x'), 'c'), 'c')).toThrow(BrokenSeal);
  });
});

describe('derived keys', () => {
  it('differ by purpose and stay the same for ever', () => {
    expect(deriveKey(key, 'a')).not.toEqual(deriveKey(key, 'b'));
    // Changing the derivation would make every stored envelope unreadable.
    expect(deriveKey(Buffer.alloc(32, 7), 'content').toString('hex')).toBe(
      'd7a153fd62b3a6eaf42ee1688e75981f743b62957b6081e622f0f0b7e37c8167',
    );
  });
});
