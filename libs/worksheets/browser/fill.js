/**
 * What a form needs beyond HTML: show-if rules, computed values, rows, one question a screen, pacer, timer, sheet to draw on.
 * Tells the page around it of every change by the event `worksheet-change`, whose `detail` is what `checkAnswers` takes.
 */
import { stateOf } from '../answers/worksheet.state.ts';
import { readAnswers } from './answers.reader.js';
import { enableDrawing } from './drawing.sheet.js';
import { enablePractice } from './practice.clock.js';

const { document, CustomEvent } = globalThis;

/** Makes one form work. Called for every form of the page; call it again for forms that are added. */
export function enableWorksheet(form) {
  const fields = JSON.parse(form.dataset.rules);
  const blocks = new Map([...form.querySelectorAll('[data-field]')].map((block) => [block.dataset.field, block]));
  const screens = screensOf(form, blocks);
  const refresh = () => {
    const values = readAnswers(form, fields);
    const state = stateOf({ fields }, values);
    const visible = new Set(state.visible.map(({ id }) => id));
    for (const [id, block] of blocks) block.toggleAttribute('data-out', !visible.has(id));
    showComputed(form, fields, state.computed);
    screens.show();
    const { worksheet, version } = form.dataset;
    const detail = { worksheet: { id: worksheet, version: Number(version) }, language: form.lang, values };
    form.dispatchEvent(new CustomEvent('worksheet-change', { bubbles: true, detail }));
  };
  enableRows(form, refresh);
  enableSliders(form);
  for (const sheet of form.querySelectorAll('[data-drawing]')) enableDrawing(sheet, refresh);
  for (const clock of form.querySelectorAll('[data-pacer], [data-timer]')) enablePractice(clock, refresh);
  form.addEventListener('input', refresh);
  form.addEventListener('submit', (event) => event.preventDefault());
  refresh();
}

function showComputed(form, fields, computed) {
  for (const { id, decimals } of fields.filter(({ kind }) => kind === 'computed')) {
    const value = computed[id]?.value ?? null;
    const output = form.querySelector(`[data-computed="${id}"]`);
    if (output !== null) output.textContent = value === null ? '–' : value.toFixed(decimals).replace('-', '−');
  }
}

/** All questions at once, or one after the other: the first screen is what it is about. */
function screensOf(form, blocks) {
  const outside = (block) => block.hasAttribute('data-out');
  const all = [...blocks.values()];
  const whole = { show: () => all.forEach((block) => (block.hidden = outside(block))) };
  if (form.dataset.screens !== 'one') return whole;
  form.classList.add('ws-one');
  const [head, steering, progress] = ['.ws-head', '[data-steering]', '[data-progress]'].map((name) =>
    form.querySelector(name),
  );
  const next = steering.querySelector('[data-next]');
  const words = next.textContent.trim();
  let at = -1;
  const show = () => {
    const inSight = all.filter((block) => !outside(block));
    at = Math.min(at, inSight.length - 1);
    head.hidden = at >= 0;
    progress.hidden = at < 0;
    steering.hidden = false;
    for (const block of all) block.hidden = block !== inSight[at];
    progress.querySelector('[data-step]').textContent =
      `${form.querySelector('h1').textContent} · ${at + 1} / ${inSight.length}`;
    progress.querySelector('[data-bar]').style.setProperty('--done', `${(100 * (at + 1)) / inSight.length}%`);
    next.textContent = at === inSight.length - 1 ? next.dataset.finish : words;
  };
  const go = (by) => {
    const last = all.filter((block) => !outside(block)).length - 1;
    if (at + by > last) form.dispatchEvent(new CustomEvent('worksheet-finish', { bubbles: true }));
    at = Math.max(-1, Math.min(last, at + by));
    show();
    const first = all.find((block) => !block.hidden)?.querySelector('input, textarea, button, canvas');
    first?.focus({ preventScroll: true });
    form.scrollIntoView();
  };
  next.addEventListener('click', () => go(1));
  steering.querySelector('[data-back]').addEventListener('click', () => go(-1));
  return { show };
}

function enableRows(form, refresh) {
  form.addEventListener('click', ({ target }) => {
    const add = target.closest('[data-add-row]');
    if (add !== null) addRow(add);
    const remove = target.closest('[data-remove-row]');
    if (remove !== null) remove.closest('[data-row]').remove();
    if (add !== null || remove !== null) refresh();
  });
}

function addRow(button) {
  const field = button.closest('[data-field]');
  const rows = field.querySelector('.ws-rows');
  if (rows.children.length >= Number(button.dataset.most)) return;
  const next = Number(rows.dataset.next ?? rows.children.length);
  rows.dataset.next = String(next + 1);
  const row = field.querySelector('[data-row-template]').content.cloneNode(true);
  for (const element of row.querySelectorAll('*')) {
    for (const name of ['id', 'for', 'name', 'aria-describedby']) {
      const value = element.getAttribute(name);
      if (value?.includes('__')) element.setAttribute(name, value.replace('__', String(next)));
    }
  }
  const legend = row.querySelector('legend');
  legend.textContent = legend.textContent.replace(/\S+$/, String(rows.children.length + 1));
  rows.append(row);
  rows.lastElementChild.querySelector('input, textarea')?.focus();
}

function enableSliders(form) {
  form.addEventListener('input', ({ target }) => {
    if (target.type !== 'range') return;
    delete target.dataset.untouched;
    target.nextElementSibling.textContent = target.value;
  });
}

for (const form of document.querySelectorAll('form.ws-fill')) enableWorksheet(form);
