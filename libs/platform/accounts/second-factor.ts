import { Secret, TOTP } from 'otpauth';

/** RFC 6238 as every authenticator app has it: SHA-1, six digits, thirty seconds. */
const FORM = { issuer: 'Intersession', algorithm: 'SHA1', digits: 6, period: 30 } as const;
/** Codes of one step before and after count too: clocks of phones differ. */
const WINDOW = 1;

/** 160 random bits in base 32. */
export const makeTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** What an authenticator app reads from a picture or a link. */
export function totpAddress(secret: string, label: string): string {
  return new TOTP({ ...FORM, label, secret }).toString();
}

/** The code of a moment. */
export function totpCode(secret: string, at: Date): string {
  return new TOTP({ ...FORM, secret }).generate({ timestamp: at.getTime() });
}

/** @returns the time step the code belongs to, by which a replay is told; undefined for a wrong code */
export function totpStep(secret: string, code: string, at: Date): number | undefined {
  const token = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return undefined;
  const delta = new TOTP({ ...FORM, secret }).validate({ token, timestamp: at.getTime(), window: WINDOW });
  return delta === null ? undefined : Math.floor(at.getTime() / 1_000 / FORM.period) + delta;
}
