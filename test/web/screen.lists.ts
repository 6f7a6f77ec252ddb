import { BOARD_SCREENS } from './board.scene.ts';
import { COORDINATOR_SCREENS, deskStates } from './desk.screens.ts';
import type { Scene } from './participant.scene.ts';
import type { Screen } from './screen.ts';
import type { Stage } from './stage.ts';
import { EVERYTHING } from './walk.scene.ts';

export { blindScreens } from './board.scene.ts';
export { coordinatorScreens, DEMONSTRATION_TRIAL, OPERATOR_SCREENS } from './analyst.screens.ts';

const task = (id: string, step = ''): string => `/task/${encodeURIComponent(id)}${step}`;

/** Before anybody is signed in. */
export const DOORS: readonly Screen[] = [
  { name: 'phone-door', address: '/' },
  { name: 'staff-door', address: '/staff' },
];

/** Every screen of a participant’s phone. */
export function phoneScreens({ homework }: Scene): readonly Screen[] {
  const today = new Date().toISOString().slice(0, 10);
  const whole = `${homework.record}@whole`;
  return [
    { name: 'phone-today', address: '/', main: true },
    { name: 'phone-intro', address: task(whole), main: true },
    { name: 'phone-do', address: task(whole, '/do'), main: true },
    { name: 'phone-do-breathing', address: task(`${homework.breathing}@${today}`, '/do?at=breath') },
    { name: 'phone-do-drawing', address: task(`${homework.drawing}@whole`, '/do?at=drawing') },
    { name: 'phone-do-plain', address: task(`${homework.plain}@whole`, '/do') },
    { name: 'phone-not-now', address: task(whole, '/not-now') },
    { name: 'phone-ask', address: task(whole, '/ask') },
    { name: 'phone-saved', address: '/saved' },
    { name: 'phone-saved-risk', address: '/saved?risk=1' },
    { name: 'phone-gone', address: task('no-such-task') },
    ...['/week', '/journal', '/journal/write', '/propose', '/unsent', '/settings'].map(named),
    ...['calendar', 'reminders', 'sharing', 'looks', 'leave', 'wipe'].map((name) => named(`/settings/${name}`)),
  ];
}

const named = (address: string): Screen => ({ name: `phone${address.replaceAll('/', '-')}`, address });

/** Every screen of a clinician, about somebody who is in treatment. */
export async function staffScreens(stage: Stage): Promise<readonly Screen[]> {
  const { assignments } = await stage.ask<{
    assignments: { nodes: { participantId: string; assignmentId: string }[] };
  }>(
    EVERYTHING,
    '{ assignments(studyId: "clinic", filter: { status: [ACTIVE] }, first: 100) { nodes { participantId assignmentId } } }',
  );
  const found = assignments.nodes.find(({ assignmentId }) => /:[a-z-]+$/.test(assignmentId)) ?? assignments.nodes[0];
  const person = `/staff/people/${encodeURIComponent(found?.participantId ?? '')}`;
  const homework = encodeURIComponent(found?.assignmentId ?? '');
  return [
    { name: 'staff-caseload', address: '/staff/caseload', main: true },
    { name: 'staff-review', address: '/staff/review', main: true },
    { name: 'staff-alerts', address: '/staff/alerts' },
    { name: 'staff-keys', address: '/staff/caseload', reach: (page) => page.keyboard.press('?') },
    { name: 'staff-person', address: person, main: true },
    { name: 'staff-session', address: `${person}/session`, main: true },
    { name: 'staff-paper', address: `${person}/paper/${homework}` },
    { name: 'staff-print', address: `${person}/print/${homework}` },
    { name: 'staff-summary', address: `${person}/summary` },
    ...deskStates(person),
  ];
}

/** Every screen of whoever runs or studies a trial. */
export const RESEARCH_SCREENS: readonly Screen[] = [...COORDINATOR_SCREENS, ...BOARD_SCREENS];
