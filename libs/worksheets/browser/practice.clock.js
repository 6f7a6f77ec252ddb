import { breathAt } from '../answers/pacer.ts';

const { performance, requestAnimationFrame, matchMedia } = globalThis;

const SMALL = 0.45;
/** How far the circle has opened at the beginning and at the end of each phase: in, hold, out, rest. */
const OPENING = [
  [SMALL, 1],
  [1, 1],
  [1, SMALL],
  [SMALL, SMALL],
];

/** Runs a pacer or a timer: counts the seconds that were practised, and stops when the time is up. */
export function enablePractice(root, changed) {
  const pattern = root.dataset.pacer === undefined ? undefined : JSON.parse(root.dataset.pacer);
  const kept = root.querySelector('[data-seconds]');
  const button = root.querySelector('[data-start]');
  const whole = Number(root.dataset.minutes) * 60;
  const words = button.textContent.trim();
  let before = Number(kept.value || 0);
  let began;
  const practised = () => before + (began === undefined ? 0 : (performance.now() - began) / 1_000);
  const show = () => {
    const left = Math.max(0, Math.ceil(whole - practised()));
    root.querySelector('[data-clock]').textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
    if (pattern !== undefined) showBreath(root, pattern, practised());
  };
  const pause = () => {
    before = Math.min(whole, practised());
    began = undefined;
    kept.value = String(Math.round(before));
    button.textContent = words;
    changed();
  };
  const step = () => {
    if (began === undefined || !root.isConnected) return;
    show();
    if (practised() >= whole) pause();
    else requestAnimationFrame(step);
  };
  button.addEventListener('click', () => {
    if (began !== undefined) return pause();
    if (before >= whole) before = 0;
    began = performance.now();
    button.textContent = button.dataset.pause;
    return step();
  });
  show();
}

/** Whoever asked for less movement gets the words and the seconds, and a circle that keeps still. */
function showBreath(root, pattern, seconds) {
  const { phase, into } = breathAt(pattern, seconds);
  const [name, length] = pattern[phase];
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  root.querySelector('[data-phase]').textContent = still ? `${name} ${Math.ceil(length - into)}` : name;
  if (still) return;
  const [from, to] = OPENING[phase];
  const eased = (1 - Math.cos((Math.PI * into) / length)) / 2;
  root.querySelector('.ws-breath-fill').style.setProperty('--breath', String(from + (to - from) * eased));
}
