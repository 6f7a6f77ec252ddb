import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { builtInInstruments, instrumentTexts, score, textsStanding, withTexts } from './index.ts';

const FOLDER = 'instrument-texts';
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
const read = (name: string) => instrumentTexts.parse(JSON.parse(readFileSync(`${FOLDER}/${name}`, 'utf8')));
const named = (id: string) => {
  const found = builtInInstruments.find((instrument) => instrument.id === id);
  if (found === undefined) throw new Error(`no instrument ${id}`);
  return found;
};

describe('wordings kept apart', () => {
  it.each(files)('%s fits its instrument, item by item', (file) => {
    const texts = read(file);
    const bare = named(texts.instrumentId);
    expect(textsStanding(bare)).toBe('not-installed');
    const whole = withTexts(bare, texts);
    expect(textsStanding(whole)).toBe('installed');
    const [{ min, max } = { min: 0, max: 0 }] = bare.items;
    expect(whole.answers?.map(({ value }) => value)).toEqual(
      Array.from({ length: max - min + 1 }, (_, index) => min + index),
    );
    expect(whole.textsLicence).toContain('CC BY');
  });

  it('change no score', () => {
    const bare = named('who-5');
    const answers = { q1: 3, q2: 3, q3: 2, q4: 1, q5: 4 };
    expect(score(bare, answers)).toEqual(score(withTexts(bare, read('who-5.en.json')), answers));
    expect(score(bare, answers)[0]?.value).toBe(52);
  });

  it('of another instrument are refused', () => {
    expect(() => withTexts(named('phq-9'), read('who-5.en.json'))).toThrow('who-5');
    expect(instrumentTexts.safeParse({ ...read('who-5.en.json'), licence: '' }).error?.issues[0]?.path).toEqual([
      'licence',
    ]);
  });

  it('are told as partly there where some items have none', () => {
    const texts = read('who-5.en.json');
    expect(textsStanding(withTexts(named('who-5'), { ...texts, items: { q1: 'One', q9: 'None' } }))).toBe(
      'partly-installed',
    );
  });
});
