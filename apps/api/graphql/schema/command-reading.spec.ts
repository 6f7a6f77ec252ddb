import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { BadInput } from '../errors/bad-input.error.ts';
import './command-inputs.ts';
import { readCommand } from './command-reading.ts';

const rating = {
  ratingId: 'r1',
  participantId: 'demo:P1',
  form: { formId: 'hrs-ii', version: 1 },
  rater: { raterId: 't1', role: 'therapist' },
  target: { kind: 'session', sessionId: 's1' },
  retrospective: false,
};

function problemsOf(read: () => unknown) {
  try {
    read();
  } catch (error) {
    if (error instanceof BadInput) return error.problems;
    throw error;
  }
  return [];
}

describe('reading a command from a GraphQL input', () => {
  it('turns items into a record and takes null for left out', () => {
    const command = readCommand('RecordRating', { ...rating, note: null, items: [{ item: 'q1', value: 3 }] });
    expect(command).toEqual({ type: 'RecordRating', ...rating, items: { q1: 3 } });
  });

  it('refuses an item that is given twice, by name', () => {
    const items = [
      { item: 'q1', value: 3 },
      { item: 'q1', value: 4 },
    ];
    expect(problemsOf(() => readCommand('RecordRating', { ...rating, items }))).toEqual([
      { field: 'input.items.1.item', problem: 'is given twice' },
    ]);
  });

  it('names every field that is wrong', () => {
    const wrong = { ...rating, form: { formId: ' ', version: 0 }, items: [] };
    const problems = problemsOf(() => readCommand('RecordRating', wrong));
    expect(problems.map(({ field }) => field)).toEqual(['input.form.formId', 'input.form.version']);
  });

  it('takes a union only with the fields of its kind', () => {
    const wrong = { ...rating, target: { kind: 'session', sessionId: 's1', version: 2 }, items: [] };
    expect(problemsOf(() => readCommand('RecordRating', wrong))).toMatchObject([{ field: 'input.target.version' }]);
  });

  it('does not mistake a null for a term taken away', () => {
    const change = { assignmentId: 'a1', trigger: 'too-easy', terms: { confidence: null } };
    expect(problemsOf(() => readCommand('AdjustAssignment', change))).toMatchObject([
      { field: 'input.terms.confidence' },
    ]);
  });

  it('refuses an envelope from outside, however deep', () => {
    const envelope = { sealed: 'A256GCM', key: 'k', iv: 'i', text: 't', length: 1 };
    const correction = {
      category: 'assignment',
      recordId: 'a1',
      entryId: '018f3c1e-7b6a-7c3e-9a52-1f0d8c6b4e21',
      reason: 'other',
      replacement: { terms: { title: envelope } },
    };
    expect(problemsOf(() => readCommand('CorrectEntry', correction))).toMatchObject([
      { field: 'input.replacement.terms.title' },
    ]);
  });
});
