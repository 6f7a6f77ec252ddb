/**
 * What a message says. Nothing in it tells what the work is, which study it is, or that there is therapy: others may see
 * the screen it lies on. In English and Swedish, for nothing on record says which the reader prefers.
 */
export const REMINDER_SUBJECT = 'A reminder / En påminnelse';

/** @param link leads to the study, and tells that the message was opened */
export function reminderText(link: string): string {
  return [
    'Hello,',
    'there is something waiting for you. You can see it here:',
    link,
    'You can change or stop these messages in your settings. Nobody reads answers to this message, and it is no help in an emergency: then call 112 or your local emergency number.',
    '',
    'Hej,',
    'det finns något som väntar på dig. Du ser det här:',
    link,
    'Du kan ändra eller stänga av de här meddelandena i dina inställningar. Ingen läser svar på det här meddelandet, och det är ingen hjälp i en nödsituation: ring då 112.',
    '',
  ].join('\n');
}

/** For a telephone. */
export function reminderShortText(link: string): string {
  return `Something is waiting for you / Något väntar på dig: ${link}`;
}

/** For a notification of a phone, in the language its owner chose there. */
export interface ReminderNotice {
  readonly reminderId: string;
  readonly text: { readonly en: string; readonly sv: string };
  readonly link: string;
}

/** What a push message says. */
export function reminderNotice(reminderId: string, link: string): ReminderNotice {
  return { reminderId, text: { en: 'Something is waiting for you.', sv: 'Något väntar på dig.' }, link };
}

const GRADES = { low: 'low', moderate: 'moderate', high: 'HIGH' } as const;

/** What people on duty are told: how many alerts wait and how pressing they are, and nothing of the participants. */
export function alertText(
  grade: keyof typeof GRADES,
  link: string,
  alerts = 1,
): { readonly subject: string; readonly text: string } {
  const many = alerts > 1;
  return {
    subject: many
      ? `${alerts} safety alerts: ${GRADES[grade]} / ${alerts} säkerhetslarm`
      : `Safety alert: ${GRADES[grade]} / Säkerhetslarm`,
    text: [
      many
        ? `${alerts} safety alerts (the most pressing: ${GRADES[grade]}) wait for you. Sign in, look at each and acknowledge it:`
        : `A safety alert (${GRADES[grade]}) waits for you. Sign in, look at it and acknowledge it:`,
      link,
      'Until somebody acknowledges it, it goes to the next in the rota.',
      '',
      many
        ? `${alerts} säkerhetslarm väntar på dig. Logga in, titta på vart och ett och kvittera. Tills någon kvitterar går de vidare enligt jourlistan.`
        : 'Ett säkerhetslarm väntar på dig. Logga in, titta på det och kvittera det. Tills någon kvitterar går det vidare enligt jourlistan.',
      '',
    ].join('\n'),
  };
}

/** What those who treat participants are told: how many of them to look at, and nothing of whom or why. */
export function caseloadText(people: number, link: string): { readonly subject: string; readonly text: string } {
  return {
    subject: 'Your caseload / Dina deltagare',
    text: [
      people === 1
        ? 'One of your participants may want to hear from you. Sign in and look at your caseload:'
        : `${people} of your participants may want to hear from you. Sign in and look at your caseload:`,
      link,
      '',
      people === 1
        ? 'En av dina deltagare kan behöva höra av dig. Logga in och se din lista.'
        : `${people} av dina deltagare kan behöva höra av dig. Logga in och se din lista.`,
      '',
    ].join('\n'),
  };
}
