import type { ReactNode } from 'react';
import { useMessages } from '../../language/language.context.tsx';
import { at, type Draft, put, type Row, rowsOf, withInstruments, wordOf } from './draft.ts';
import { OneField, type PartProps, type RowField, RowsEditor, Wrong } from './rows.editor.tsx';
import { setUpMessages } from './setup.messages.ts';
import type { SetUpStateQuery } from './setup.generated.ts';

const KINDS = ['parallel', 'crossover', 'factorial', 'cluster', 'single-group'] as const;
const FRAMEWORKS = ['superiority', 'equivalence', 'non-inferiority', 'exploratory'] as const;
const BLINDED = ['participant', 'therapist', 'outcome-assessor', 'analyst', 'steering-committee'] as const;
const ARM_KINDS = [
  ...(['experimental', 'active-comparator', 'usual-care', 'waiting-list', 'placebo', 'no-intervention'] as const),
];
const ANCHORS = ['enrolment', 'allocation', 'first-session', 'last-session'] as const;
const UNITS = ['times', 'minutes', 'days', 'records', 'items', 'pages', 'steps', 'modules', 'programme-days'] as const;

/** Title, kind of trial, how many people, and who is blind. */
export function DesignPart({ draft, change, faults }: PartProps): ReactNode {
  const t = useMessages(setUpMessages);
  const field = (path: string, one: Omit<RowField, 'path'>): ReactNode => (
    <OneField field={{ path, ...one }} value={at(draft, path)} onValue={(value) => change(put(draft, path, value))} />
  );
  const blinded = at(draft, 'design.blinded');
  const blind: readonly unknown[] = Array.isArray(blinded) ? blinded : [];
  return (
    <>
      {field('title', { kind: 'text', label: t('protocolTitle') })}
      <div className="row">
        {field('design.kind', {
          kind: 'choice',
          label: t('kind'),
          choices: KINDS.map((one) => [one, t(`kind.${one}`)]),
        })}
        {field('design.framework', {
          ...{ kind: 'choice', label: t('framework') },
          choices: FRAMEWORKS.map((one) => [one, t(`framework.${one}`)]),
        })}
        {field('design.plannedParticipants', { kind: 'number', label: t('planned') })}
      </div>
      <fieldset>
        <legend>{t('blinded')}</legend>
        <div className="checks">
          {BLINDED.map((one) => (
            <label key={one} className="check">
              <input
                type="checkbox"
                checked={blind.includes(one)}
                onChange={({ target }) => {
                  const next = BLINDED.filter((each) => (each === one ? target.checked : blind.includes(each)));
                  change(put(draft, 'design.blinded', next));
                }}
              />
              {t(`blind.${one}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <Wrong faults={faults} />
    </>
  );
}

export function SitesPart(props: PartProps): ReactNode {
  const t = useMessages(setUpMessages);
  const fields: readonly RowField[] = [
    { path: 'siteId', label: t('siteId'), kind: 'text' },
    { path: 'languages', label: t('languages'), kind: 'words' },
  ];
  return (
    <RowsEditor {...props} list="sites" one={t('oneSite')} fields={fields} fresh={{ siteId: '', languages: ['sv'] }} />
  );
}

export function ArmsPart(props: PartProps): ReactNode {
  const t = useMessages(setUpMessages);
  const fields: readonly RowField[] = [
    { path: 'arm', label: t('armId'), kind: 'text' },
    { path: 'title', label: t('armTitle'), kind: 'text' },
    { path: 'kind', label: t('armKind'), kind: 'choice', choices: ARM_KINDS.map((one) => [one, t(`armKind.${one}`)]) },
    { path: 'platform.reminders', label: t('reminders'), kind: 'tick' },
    { path: 'platform.recommendations', label: t('recommendations'), kind: 'tick' },
    { path: 'platform.outcomeFeedback', label: t('outcomeFeedback'), kind: 'tick' },
  ];
  const platform = { reminders: false, recommendations: false, outcomeFeedback: false };
  const fresh = { arm: '', title: '', kind: 'active-comparator', platform };
  return <RowsEditor {...props} list="arms" one={t('oneArm')} fields={fields} fresh={fresh} />;
}

type Known = SetUpStateQuery;

/** When what is asked, and which of it the study is about. */
export function SchedulePart({ known, ...props }: PartProps & { readonly known: Known }): ReactNode {
  const t = useMessages(setUpMessages);
  const instruments = known.builtInInstruments.map(({ instrumentId, title }) => [instrumentId, title] as const);
  const fields: readonly RowField[] = [
    { path: 'occasion', label: t('occasion'), kind: 'text' },
    { path: 'instrument.instrumentId', label: t('instrument'), kind: 'choice', choices: instruments },
    { path: 'anchor', label: t('anchor'), kind: 'choice', choices: ANCHORS.map((one) => [one, t(`anchor.${one}`)]) },
    { path: 'afterDays', label: t('afterDays'), kind: 'number' },
    { path: 'window.before', label: t('windowBefore'), kind: 'number' },
    { path: 'window.after', label: t('windowAfter'), kind: 'number' },
  ];
  const instrument = { instrumentId: 'phq-9', version: 1 };
  const timing = { anchor: 'enrolment', afterDays: 0, window: { before: 7, after: 7 }, by: 'client' };
  const change = (next: Draft): void => props.change(withInstruments(next));
  const fresh = { occasion: '', instrument, ...timing };
  return (
    <>
      <RowsEditor {...props} change={change} list="schedule" one={t('oneMeasurement')} fields={fields} fresh={fresh} />
      <Primary {...props} />
      <Wrong faults={props.faults.filter(({ field }) => !field.startsWith('schedule'))} />
    </>
  );
}

function Primary({ draft, change }: PartProps): ReactNode {
  const t = useMessages(setUpMessages);
  const choices = rowsOf(draft, 'schedule')
    .map(nameOf)
    .map((name) => [name, name.replace(' ', ' · ')] as const);
  const chosen = `${wordOf(at(draft, 'analysis.primary.instrumentId'))} ${wordOf(at(draft, 'analysis.primary.occasion'))}`;
  return (
    <OneField
      field={{ path: 'primary', label: t('primary'), kind: 'choice', choices }}
      value={chosen}
      onValue={(value) => {
        const row = rowsOf(draft, 'schedule').find((one) => nameOf(one) === value);
        if (row !== undefined) change(put(draft, 'analysis.primary', primaryOf(row)));
      }}
    />
  );
}

const primaryOf = (row: Row) => ({
  instrumentId: wordOf(at(row, 'instrument.instrumentId')),
  occasion: wordOf(row['occasion']),
});
const nameOf = (row: Row): string => `${wordOf(at(row, 'instrument.instrumentId'))} ${wordOf(row['occasion'])}`;

/** What homework is planned for which session. */
export function HomeworkPart({ known, ...props }: PartProps & { readonly known: Known }): ReactNode {
  const t = useMessages(setUpMessages);
  const templates = known.templates.nodes.map(({ templateId, title }) => [templateId, title] as const);
  const template: RowField =
    templates.length === 0
      ? { path: 'template.templateId', label: t('template'), kind: 'text' }
      : { path: 'template.templateId', label: t('template'), kind: 'choice', choices: templates };
  const fields: readonly RowField[] = [
    { path: 'session', label: t('session'), kind: 'number' },
    template,
    { path: 'template.version', label: t('templateVersion'), kind: 'number' },
    { path: 'dose.amount', label: t('dose'), kind: 'number' },
    { path: 'dose.unit', label: t('unit'), kind: 'choice', choices: UNITS.map((one) => [one, t(`unit.${one}`)]) },
  ];
  const fresh = {
    ...{ session: 1, template: { templateId: templates[0]?.[0] ?? '', version: 1 } },
    dose: { amount: 3, unit: 'times' },
  };
  return <RowsEditor {...props} list="homework" one={t('oneHomework')} fields={fields} fresh={fresh} />;
}

/** Which consent form counts where, in which language, from when. */
export function ConsentPart(props: PartProps): ReactNode {
  const t = useMessages(setUpMessages);
  const sites = rowsOf(props.draft, 'sites').map(({ siteId }) => [wordOf(siteId), wordOf(siteId)] as const);
  const fields: readonly RowField[] = [
    { path: 'version', label: t('consentVersion'), kind: 'text' },
    { path: 'language', label: t('consentLanguage'), kind: 'text' },
    { path: 'siteId', label: t('consentSite'), kind: 'choice', choices: sites, optional: true },
    { path: 'from', label: t('consentFrom'), kind: 'date' },
  ];
  const fresh = { version: '1.0', language: 'sv', from: new Date().toISOString().slice(0, 10) };
  return <RowsEditor {...props} list="consents" one={t('oneConsent')} fields={fields} fresh={fresh} />;
}
