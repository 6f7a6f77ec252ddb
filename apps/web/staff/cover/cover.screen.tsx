import { type ReactNode, type SubmitEvent, useState } from 'react';
import { useMessages } from '../../language/language.context.tsx';
import { act } from '../commands/act.ts';
import { useActs } from '../commands/acts.context.tsx';
import { CoverCaseload } from '../commands/commands.generated.ts';
import { useRead } from '../commands/read.ts';
import { Button, Empty, Field, Head } from '../shell/parts.tsx';
import { shellMessages } from '../shell/shell.messages.ts';
import { todayIn, useStudy, useWho } from '../shell/who.context.tsx';
import { CoverChoices } from './cover.generated.ts';
import { coverMessages } from './cover.messages.ts';

/** A colleague looks after a caseload for some days. */
export function CoverScreen(): ReactNode {
  const t = useMessages(coverMessages);
  const shell = useMessages(shellMessages);
  const { may } = useWho();
  if (!may('staff:appoint'))
    return (
      <Empty title={shell('notAllowed')}>
        <p>{shell('notAllowedText')}</p>
      </Empty>
    );
  return (
    <>
      <Head title={t('title')} about={t('about')} />
      <CoverForm />
    </>
  );
}

function CoverForm(): ReactNode {
  const t = useMessages(coverMessages);
  const { studyId, timeZone } = useStudy();
  const { save } = useActs();
  const { data } = useRead(CoverChoices, { studyId }, { staleTime: 600_000 });
  const today = todayIn(timeZone);
  const [cover, setCover] = useState({ staffId: '', coveredBy: '', from: today, to: today });
  const known = data?.therapists.nodes ?? [];
  const problem =
    cover.to < cover.from ? t('backwards') : cover.staffId !== '' && cover.staffId === cover.coveredBy ? t('same') : '';
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (problem !== '') return;
    const what = t('said', { by: cover.coveredBy, whose: cover.staffId });
    void save({ what, acts: [act('STUDY', CoverCaseload, { studyId, ...cover })] });
  };
  const field = (name: keyof typeof cover, type: 'text' | 'date'): ReactNode => (
    <input
      {...{ type, name, required: true, value: cover[name], list: type === 'text' ? 'colleagues' : undefined }}
      onChange={({ target }) => setCover({ ...cover, [name]: target.value })}
    />
  );
  return (
    <form className="card narrow" onSubmit={submit}>
      <datalist id="colleagues">
        {known.map(({ therapistId, siteId }) => (
          <option key={therapistId} value={therapistId}>
            {siteId}
          </option>
        ))}
      </datalist>
      <Field label={t('whose')} help={t('help')}>
        {field('staffId', 'text')}
      </Field>
      <Field label={t('by')} help={t('help')}>
        {field('coveredBy', 'text')}
      </Field>
      <div className="row">
        <Field label={t('from')}>{field('from', 'date')}</Field>
        <Field label={t('to')}>{field('to', 'date')}</Field>
      </div>
      <p className="wrong" role="alert">
        {problem}
      </p>
      <Button kind="main" type="submit">
        {t('save')}
      </Button>
    </form>
  );
}
