import { describe, expect, it } from '@jest/globals';
import { sayer } from '../../language/messages.ts';
import { TERMS_EN } from '../words/terms.en.ts';
import { TERMS_SV } from '../words/terms.sv.ts';
import { aboutOf, detailsOf, subjectOf } from './timeline.details.ts';
import { toldMessages } from './told.messages.ts';

const words = (language: 'en' | 'sv') => ({
  told: sayer(toldMessages, language),
  terms: sayer({ en: TERMS_EN, sv: TERMS_SV }, language),
});
const said = (data: unknown) => detailsOf(data, words('en'));

describe('what came of an event', () => {
  it('is said in words, never in codes', () => {
    const attempt = { outcome: 'full', done: { amount: 3, unit: 'times' }, barriers: ['chaotic-home'] };
    expect(said(attempt)).toEqual(['done', '3 times', 'unrest at home']);
    expect(said({ trigger: 'too-difficult', terms: { dose: { amount: 2, unit: 'pages' } } })).toEqual([
      'too difficult',
      '2 pages',
    ]);
    expect(detailsOf({ sessionNumber: 3, modality: 'in-person' }, words('sv'))).toEqual(['på plats', 'session 3']);
  });

  it('keeps apart what one code says of several things', () => {
    expect(said({ risk: 'none' })).toEqual(['no risk']);
    expect(said({ reviewed: 'reviewed', assigned: 'none', whyNot: 'no-time' })).toEqual([
      'last homework gone through',
      'no homework',
      'no time',
    ]);
  });

  it('leaves out what it has no words for, and stands anything', () => {
    expect(said({ outcome: 'teleported', state: 7, barriers: 'rain', done: null })).toEqual([]);
    for (const data of [null, undefined, 'text', 4, [1]]) expect([said(data), subjectOf(data)]).toEqual([[], '']);
  });
});

describe('what an event is about', () => {
  it('is its title, its questionnaire, or the homework that it names', () => {
    expect(subjectOf({ terms: { title: 'Mood diary' } })).toBe('Mood diary');
    expect(subjectOf({ instrument: { instrumentId: 'phq-9' }, occasion: 'week-4' })).toBe('PHQ-9, week 4');
    expect(subjectOf({ title: { sealed: true } })).toBe('');
    expect(aboutOf({ target: { kind: 'assignment', assignmentId: 'a1' } })).toBe('a1');
  });
});
