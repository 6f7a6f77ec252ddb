import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { everyKind, exampleWorksheet } from '../example.worksheet.ts';
import { defineWorksheet } from '../format/worksheet.parser.ts';
import type { Worksheet, WorksheetInput } from '../format/worksheet.schema.ts';
import type { AnswerValues } from '../answers/answers.values.ts';
import { renderFill } from './fill.ts';
import { escaped, html } from './html.ts';
import { workbookPage, worksheetPage } from './page.ts';
import { renderPrint } from './print.ts';
import { renderRead } from './read.ts';
import { screenStyle } from './style.screen.ts';

const RENDERINGS = { fill: renderFill, read: renderRead, print: renderPrint } as const;
const HOSTILE = `<script>alert("1")</script><img src=x onerror='alert(2)'>&lt;"'`;

/** Every text of the worksheet replaced by `text`. */
function withText(input: WorksheetInput, text: string): Worksheet {
  const replaced: unknown = JSON.parse(JSON.stringify(input), (_, value: unknown) =>
    typeof value === 'object' && value !== null && Object.keys(value).join() === 'en' ? { en: text } : value,
  );
  return defineWorksheet(replaced as WorksheetInput);
}

/** `text` wherever people write. */
const answersOf = (text: string): AnswerValues => ({
  text,
  note: text,
  rows: [{ what: text, score: 3 }],
  record: [{ situation: text, thought: text }],
  drawing: {
    strokes: [
      {
        colour: 1,
        width: 8,
        points: [
          [1, 1, 0.5],
          [400, 300, 0.5],
        ],
      },
    ],
    description: text,
  },
  files: [{ attachmentId: 'a', sha256: 'a'.repeat(64), kind: 'photo', description: text }],
});

/** The names of all tags and of all attributes in the markup, read as HTML reads them; how long a cell is does not count. */
function shapeOf(markup: string): string {
  const tags = markup.match(/<(?:[^<>"']|"[^"]*"|'[^']*')*>/g) ?? [];
  return tags.map((tag) => tag.replaceAll(/"[^"]*"|'[^']*'|\s+data-short|\s+(?=>)/g, '')).join('');
}

describe.each(Object.entries(RENDERINGS))('a worksheet rendered to %s', (_, render) => {
  const rendered = (text: string) =>
    render(withText(everyKind, text), { values: answersOf(text), mediaUrl: (id) => `https://files.example/${id}` })
      .markup;

  it('has the same elements and attributes whatever its texts and answers hold', () => {
    expect(rendered(HOSTILE)).not.toContain('<script');
    expect(shapeOf(rendered(HOSTILE))).toBe(shapeOf(rendered('plain')));
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), (text) => {
        fc.pre(text.trim() !== '' && !text.includes('\u0000') && text.isWellFormed() && !/[\n\r]/.test(text));
        expect(shapeOf(rendered(text))).toBe(shapeOf(rendered('plain')));
      }),
      { numRuns: 30 },
    );
  });

  it('says that nobody clinical has reviewed it, until somebody has', () => {
    expect(render(exampleWorksheet).markup).toContain('Not clinically reviewed');
    const reviewed = {
      ...exampleWorksheet,
      clinicalReview: { status: 'reviewed' as const, by: 'A board', on: '2026-01-01' },
    };
    expect(render(reviewed).markup).not.toContain('Not clinically reviewed');
  });

  it('names every control and keeps every id once', () => {
    const { markup } = render(exampleWorksheet, { values: answersOf('x') });
    const ids = [...markup.replaceAll(/<template[\s\S]*?<\/template>/g, '').matchAll(/\sid="([^"]*)"/g)].map(
      ([, id]) => id!,
    );
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, id] of markup.matchAll(/<label[^>]*\sfor="([^"]*)"/g)) expect(markup).toContain(`id="${id!}"`);
  });
});

describe('the form', () => {
  it('holds what was answered and the rules that the script follows', () => {
    const { markup } = renderFill(exampleWorksheet, { values: { one: 'no', scale: 50, text: 'Hello' } });
    expect(markup).toMatch(/value="no"\s+checked/);
    expect(markup).toMatch(/value="50"\s+checked/);
    expect(markup).toContain('>\nHello</textarea>');
    const rules: unknown = JSON.parse(/data-rules="([^"]*)"/.exec(markup)![1]!.replaceAll('&quot;', '"'));
    expect(rules).toContainEqual({
      id: 'why-not',
      kind: 'text',
      required: true,
      showIf: { kind: 'equals', field: 'one', value: 'no' },
    });
  });
});

describe('a page', () => {
  it('closes every style of its own and is one document', () => {
    const page = worksheetPage(renderRead(exampleWorksheet), { language: 'en', title: '</title><script>' });
    expect(page).toMatch(/^<!doctype html><html lang="en">/);
    expect(page).not.toContain('<script');
    expect(
      workbookPage([exampleWorksheet], { language: 'en', title: HOSTILE, subtitle: HOSTILE, paper: 'a4' }),
    ).not.toContain('<script');
  });
});

describe('escaping', () => {
  it('leaves nothing that HTML could read as markup', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(escaped(text)).not.toMatch(/[<>"']/);
        expect(escaped(text).isWellFormed()).toBe(true);
      }),
    );
    expect(html`<b>${'<i>'}${html`<i>${1}</i>`}${[null, undefined, false, '&']}</b>`.markup).toBe(
      '<b>&lt;i&gt;<i>1</i>&amp;</b>',
    );
  });
});

/** Relative luminance and contrast of WCAG 2.2. */
function luminance(colour: string): number {
  const parts = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * parts[0]! + 0.7152 * parts[1]! + 0.0722 * parts[2]!;
}
const contrast = (a: string, b: string) => {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light! + 0.05) / (dark! + 0.05);
};

describe('colours', () => {
  const [, light, dark] = screenStyle.split(/\.ws \{|\.ws:not\(\.ws-print\) \{/);
  it.each([
    ['light', light!],
    ['dark', dark!],
  ])('of the %s ground meet AA: text 4.5, edges of controls 3', (_, block) => {
    const tokens = new Map(
      [...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name!, value!]),
    );
    const of = (name: string) => tokens.get(name)!;
    for (const ground of ['paper', 'surface', 'sunken']) {
      for (const ink of ['ink', 'muted', 'accent', 'warm'])
        expect([ink, ground, contrast(of(ink), of(ground)) >= 4.5]).toEqual([ink, ground, true]);
      expect([ground, contrast(of('edge'), of(ground)) >= 3]).toEqual([ground, true]);
    }
    expect(contrast(of('on-accent'), of('accent'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(of('ink'), of('tint'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(of('accent'), of('tint'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(of('warm'), of('warm-tint'))).toBeGreaterThanOrEqual(4.5);
  });
});
