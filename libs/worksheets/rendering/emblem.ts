import type { Approach } from '../format/worksheet.schema.ts';
import { Html } from './html.ts';

/** A small drawing for each school, so that pages are told apart at a glance. Decoration: hidden from screen readers. */
const SHAPES: Readonly<Record<Approach, string>> = {
  'cognitive-behavioural': '<circle cx="20" cy="24" r="12"/><circle cx="30" cy="24" r="12"/>',
  mindfulness: '<path d="M6 30c6-8 10-8 16 0s10 8 20 0"/><path d="M6 20c6-8 10-8 16 0s10 8 20 0"/>',
  journaling: '<path d="M10 10h22a6 6 0 0 1 6 6v22H16a6 6 0 0 1-6-6z"/><path d="M18 19h12M18 26h12"/>',
  creative: '<path d="M8 34c4-22 10-22 14-8s8 12 18-14"/><circle cx="40" cy="12" r="3"/>',
  interpersonal:
    '<circle cx="14" cy="16" r="6"/><circle cx="34" cy="16" r="6"/><path d="M6 38c2-10 14-10 18 0 4-10 16-10 18 0"/>',
  psychodynamic: '<path d="M24 24m-16 0a16 16 0 1 1 16 16a11 11 0 1 1 11-11a7 7 0 1 1-7-7"/>',
  experiential: '<path d="M24 40C4 26 8 10 18 10c4 0 6 4 6 6 0-2 2-6 6-6 10 0 14 16-6 30z"/>',
  humanistic:
    '<path d="M24 42V22"/><path d="M24 28c-10 0-14-6-14-14 10 0 14 6 14 14zM24 22c0-8 4-12 13-12 0 8-4 12-13 12z"/>',
  any: '<path d="M24 8v32M8 24h32M13 13l22 22M35 13L13 35"/>',
};

export function emblem(approaches: readonly Approach[]): Html {
  const [first = 'any'] = approaches;
  return new Html(
    `<svg class="ws-emblem" viewBox="0 0 48 48" width="48" height="48" aria-hidden="true" focusable="false">${SHAPES[first]}</svg>`,
  );
}
