const { FormData } = globalThis;

const SIMPLE = new Set(['text', 'note', 'date', 'time', 'choice', 'resource']);
const NUMBERS = new Set(['scale', 'number', 'duration', 'breathing', 'practice']);
const TABLES = new Set(['rows', 'thought-record', 'exposure-ladder', 'activity-schedule', 'mood-diary', 'sleep-diary']);

/** The answers that the form holds now, by field; what is blank is left out. */
export function readAnswers(form, fields) {
  const data = new FormData(form);
  for (const slider of form.querySelectorAll('input[type=range][data-untouched]')) data.delete(slider.name);
  const answers = fields.map((field) => [field.id, readField(form, data, field)]);
  return Object.fromEntries(answers.filter(([, value]) => value !== undefined));
}

function readField(form, data, { id, kind, many }) {
  if (kind === 'checklist' || many === true) return some(data.getAll(id));
  if (SIMPLE.has(kind)) return data.get(id) || undefined;
  if (NUMBERS.has(kind)) return numberOf(data.get(id));
  if (TABLES.has(kind)) return readRows(form, data, id);
  if (kind === 'attachment') return some(JSON.parse(data.get(id) || '[]'));
  if (kind === 'drawing') return readDrawing(data, id);
  return undefined;
}

const some = (list) => (list.length === 0 ? undefined : list);

function numberOf(text) {
  return text === null || text === '' || !Number.isFinite(Number(text)) ? undefined : Number(text);
}

function readDrawing(data, id) {
  const strokes = JSON.parse(data.get(`${id}.strokes`) || '[]');
  const description = data.get(`${id}.description`) || undefined;
  if (strokes.length === 0 && description === undefined) return undefined;
  return description === undefined ? { strokes } : { strokes, description };
}

/** Rows in the order they stand in; those of slots keep their place though empty. */
function readRows(form, data, id) {
  const field = form.querySelector(`[data-field="${id}"]`);
  const rows = [...field.querySelectorAll('[data-row]')].map((row) => {
    const cells = [...row.querySelectorAll('.ws-cell')].map((cell) => readCell(cell, data));
    return Object.fromEntries(cells.filter(([, value]) => value !== undefined));
  });
  return rows.some((row) => Object.keys(row).length > 0) ? rows : undefined;
}

function readCell(cell, data) {
  const control = cell.querySelector('[name]');
  const { name } = control;
  const column = name.slice(name.lastIndexOf('.') + 1);
  if (control.type === 'checkbox') return [column, some(data.getAll(name))];
  return [column, NUMBERS.has(cell.dataset.kind) ? numberOf(data.get(name)) : data.get(name) || undefined];
}
