import { describe, expect, it } from '@jest/globals';
import { AccessNotes } from './access-notes.ts';
import { purposeOf } from './access-purpose.ts';

describe('what a request notes', () => {
  it('is told by person and kind, each event once, and only once', () => {
    const notes = new AccessNotes();
    notes.content({ key: 'participant:p1', at: 'e1/note' });
    notes.content({ key: 'participant:p1', at: 'e1/note' });
    notes.content({ key: 'participant:p1', at: 'e2/terms.pages.0.drawing' });
    notes.content({ key: 'participant:p2', at: 'e3/items.4' });
    notes.data('p2', 'name', 'vault');
    notes.refused('arm:read');
    notes.refused('arm:read');
    notes.exported({ studyId: 's', participantId: 'p1', detail: 'certified copy' });
    const { opened, refused, exported } = notes.take();
    expect(
      opened.map(({ participantId, kinds }) => [participantId, [...kinds].map(([kind, of]) => [kind, [...of]])]),
    ).toEqual([
      [
        'p1',
        [
          ['note', ['e1']],
          ['drawing', ['e2']],
        ],
      ],
      [
        'p2',
        [
          ['items', ['e3']],
          ['name', ['vault']],
        ],
      ],
    ]);
    expect([refused, exported.length]).toEqual([['arm:read'], 1]);
    expect(notes.take()).toEqual({ opened: [], refused: [], exported: [] });
  });
});

describe('a purpose', () => {
  const of = (text: string | undefined) => purposeOf({ headers: { 'x-purpose': text } } as never);

  it('is read as it is written, or as an address would hold it', () => {
    expect(of('a complaint')).toBe('a complaint');
    expect(of('Pr%C3%BCfung 50%')).toBe('Pr%C3%BCfung 50%');
    expect(of('Pr%C3%BCfung')).toBe('Prüfung');
    expect([of(undefined), of('  ')]).toEqual([undefined, undefined]);
  });

  it.each(['x'.repeat(501), 'a%00b', 'a%0Db', '%ED%A0%80'.repeat(200)])('%.20s is refused', (text) => {
    expect(() => of(text)).toThrow('x-purpose: expected at most 500 characters');
  });
});
