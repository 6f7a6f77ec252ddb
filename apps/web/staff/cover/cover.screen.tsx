import { type ReactNode, type SubmitEvent, useState } from 'react';
import { useMessages } from '../../language/language.context.tsx';
import { act } from '../commands/act.ts';
import { useActs } from '../commands/acts.context.tsx';
import { CoverCaseload } from '../commands/commands.generated.ts';
import { useRead } from '../commands/read.ts';
import { Button, Field, Head } from '../shell/parts.tsx';
import { shellMessages } from '../shell/shell.messages.ts';
import { todayIn, useStudy, useWho } from '../shell/who.context.tsx';
import { CoverChoices } from './cover.generated.ts';
import { CoverList } from './cover.list.tsx';
import { coverMessages } from './cover.messages.ts';

/** A colleague looks after a caseload for some days. */
export function CoverScreen(): ReactNode {
  const t = useMessages(coverMessages);
  const shell = useMessages(shellMessages);
  const { may } = useWho();
  if (!may('staff:appoint')) return <Head title={shell('notAllowed')} about={shell('notAllowedText')} />;
  return (
    <>
      <Head title={t('title')} about={t('about')} />
      <div className="visit">
        <CoverForm />
        {may('history:read') && <CoverList />}
      </div>
    </>
  );
}

/** Therapists of the study, to choose from; others can be typed. */
function Colleagues(): ReactNode {
  const { studyId } = useStudy();
  const { data } = useRead(CoverChoices, { studyId }, { staleTime: 600_000 });
  return (
    <datalist id="colleagues">
      {data?.therapists.nodes.map(({ therapistId, siteId }) => (
        <option key={therapistId} value={therapistId}>
          {siteId}
        </option>
      ))}
    </datalist>
  );
}

interface Cover {
  readonly staffId: string;
  readonly coveredBy: string;
  readonly from: string;
  readonly to: string;
}

function problemOf({ staffId, coveredBy, from, to }: Cover): 'backwards' | 'same' | undefined {
  if (to < from) return 'backwards';
  return staffId !== '' && staffId === coveredBy ? 'same' : undefined;
}

function CoverForm(): ReactNode {
  const t = useMessages(coverMessages);
  const { studyId, timeZone } = useStudy();
  const { save } = useActs();
  const today = todayIn(timeZone);
  const [cover, setCover] = useState<Cover>({ staffId: '', coveredBy: '', from: today, to: today });
  const found = problemOf(cover);
  const what = t('said', { by: cover.coveredBy, whose: cover.staffId });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (found === undefined) void save({ what, acts: [act('STUDY', CoverCaseload, { studyId, ...cover })] });
  };
  const field = (name: keyof Cover, label: 'whose' | 'by' | 'from' | 'to'): ReactNode => {
    const type = name === 'from' || name === 'to' ? 'date' : 'text';
    const [list, help] = type === 'text' ? ['colleagues', t('help')] : [];
    const set = (value: string): void => setCover({ ...cover, [name]: value });
    return (
      <Field label={t(label)} help={help}>
        <input {...{ type, list, required: true, value: cover[name] }} onChange={({ target }) => set(target.value)} />
      </Field>
    );
  };
  return (
    <form className="card" onSubmit={submit}>
      <h2>{t('hand')}</h2>
      <Colleagues />
      {field('staffId', 'whose')}
      {field('coveredBy', 'by')}
      <div className="row">
        {field('from', 'from')}
        {field('to', 'to')}
      </div>
      <CoverFoot problem={found === undefined ? '' : t(found)} />
    </form>
  );
}

function CoverFoot({ problem }: { readonly problem: string }): ReactNode {
  const t = useMessages(coverMessages);
  return (
    <>
      <p className="wrong" role="alert">
        {problem}
      </p>
      <Button kind="main" type="submit">
        {t('save')}
      </Button>
    </>
  );
}
