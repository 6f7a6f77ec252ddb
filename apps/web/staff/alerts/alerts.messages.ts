import type { Catalogue } from '../../language/messages.ts';

type Key =
  | 'title'
  | 'about'
  | 'empty'
  | 'emptyText'
  | 'waits'
  | 'answerAge'
  | 'rule'
  | 'concern'
  | 'level'
  | 'recurred'
  | 'late'
  | 'acknowledge'
  | 'saidAcknowledge'
  | 'assess'
  | 'saidAssess'
  | 'risk'
  | 'actions'
  | 'note'
  | 'close'
  | 'saidClose'
  | 'outcome'
  | 'closingNote'
  | 'raise'
  | 'saidRaise'
  | 'raiseTitle'
  | 'grade'
  | 'worry'
  | 'onDuty'
  | 'contacts'
  | 'acknowledgedBy'
  | 'needsAssessment'
  | 'assessed'
  | 'showClosed'
  | 'hideClosed'
  | 'raised'
  | 'itemValue'
  | 'itemNumber'
  | 'total'
  | 'person'
  | 'cancel'
  | 'must'
  | 'passedOn'
  | 'whom'
  | 'answered'
  | 'save';

export const alertMessages: Catalogue<Key> = {
  en: {
    title: 'Alerts and concerns',
    about: '{count} open. Those that wait longest stand first.',
    empty: 'No alert is open',
    emptyText: 'Answers that a safety rule asks to look at, and worries of colleagues, appear here at once.',
    waits: 'waits since {when}',
    answerAge: { one: 'the answer is {count} hour old', other: 'the answer is {count} hours old' },
    rule: 'rule “{rule}”',
    concern: 'A concern',
    level: { one: 'passed on once', other: 'passed on {count} times' },
    recurred: { one: 'came back once', other: 'came back {count} times' },
    late: 'the answers were old when they reached us',
    acknowledge: 'I look at it',
    saidAcknowledge: 'Alert of {code} acknowledged',
    assess: 'Record the risk assessment',
    saidAssess: 'Risk assessment of {code}',
    risk: 'Risk, as you judge it',
    actions: 'What was done',
    note: 'Note',
    close: 'Close',
    saidClose: 'Alert of {code} closed',
    outcome: 'Outcome',
    closingNote: 'Closing note: what was found, what was done',
    raise: 'Raise a concern',
    saidRaise: 'Concern about {code}',
    raiseTitle: 'Raise a concern about {code}',
    grade: 'How soon somebody has to look',
    worry: 'What worries you',
    onDuty: 'On duty: {who}',
    contacts: 'Crisis contacts',
    acknowledgedBy: '{who} looks at it, since {when}',
    needsAssessment: 'A risk assessment is needed before it can be closed.',
    assessed: 'risk: {risk}, {when}',
    showClosed: 'Show closed ones',
    hideClosed: 'Hide closed ones',
    raised: 'raised {when}',
    itemValue: 'Answered {value} to “{item}”',
    itemNumber: 'Answered {value} to item {number}',
    total: 'A score of {value}',
    person: 'Open {code}',
    cancel: 'Cancel',
    must: 'Acknowledge it first.',
    passedOn: 'escalated',
    whom: 'About whom',
    answered: 'Answered {when}',
    save: 'Save',
  },
  sv: {
    title: 'Larm och oro',
    about: '{count} öppna. De som väntat längst står först.',
    empty: 'Inget larm är öppet',
    emptyText: 'Svar som en säkerhetsregel vill att någon ser, och kollegors oro, visas här genast.',
    waits: 'väntar sedan {when}',
    answerAge: { one: 'svaret är {count} timme gammalt', other: 'svaret är {count} timmar gammalt' },
    rule: 'regel ”{rule}”',
    concern: 'En oro',
    level: { one: 'skickat vidare en gång', other: 'skickat vidare {count} gånger' },
    recurred: { one: 'kom tillbaka en gång', other: 'kom tillbaka {count} gånger' },
    late: 'svaren var gamla när de nådde oss',
    acknowledge: 'Jag tittar på det',
    saidAcknowledge: 'Larm för {code} mottaget',
    assess: 'Anteckna riskbedömningen',
    saidAssess: 'Riskbedömning för {code}',
    risk: 'Risk, som du bedömer den',
    actions: 'Vad som gjordes',
    note: 'Anteckning',
    close: 'Stäng',
    saidClose: 'Larm för {code} stängt',
    outcome: 'Utfall',
    closingNote: 'Avslutande anteckning: vad som hittades, vad som gjordes',
    raise: 'Anmäl oro',
    saidRaise: 'Oro för {code}',
    raiseTitle: 'Anmäl oro för {code}',
    grade: 'Hur snart någon måste titta',
    worry: 'Vad som oroar dig',
    onDuty: 'I tjänst: {who}',
    contacts: 'Kriskontakter',
    acknowledgedBy: '{who} tittar på det, sedan {when}',
    needsAssessment: 'En riskbedömning behövs innan det kan stängas.',
    assessed: 'risk: {risk}, {when}',
    showClosed: 'Visa stängda',
    hideClosed: 'Dölj stängda',
    raised: 'anmält {when}',
    itemValue: 'Svarade {value} på ”{item}”',
    itemNumber: 'Svarade {value} på fråga {number}',
    total: 'Summa {value}',
    person: 'Öppna {code}',
    cancel: 'Avbryt',
    must: 'Ta emot det först.',
    passedOn: 'skickat vidare',
    whom: 'Om vem',
    answered: 'Svarat {when}',
    save: 'Spara',
  },
};
