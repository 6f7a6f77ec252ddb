import { type ReactNode, useState } from 'react';
import { shortDay } from '../../language/dates.ts';
import { useLanguage, useMessages } from '../../language/language.context.tsx';
import { act } from '../commands/act.ts';
import { useActs } from '../commands/acts.context.tsx';
import { useRead } from '../commands/read.ts';
import { Dialog } from '../shell/dialog.tsx';
import { Button, Field } from '../shell/parts.tsx';
import { useStudy } from '../shell/who.context.tsx';
import { EnrolMadeUp, GoLive, SetUpRehearsal, type SetUpStateQuery, StartDryRun } from './setup.generated.ts';
import { setUpMessages } from './setup.messages.ts';

interface LifeProps {
  readonly known: SetUpStateQuery;
}

/** The rehearsal: a fast clock, made-up people, and what would be asked of them. */
export function DryRunPart({ known }: LifeProps): ReactNode {
  const t = useMessages(setUpMessages);
  const { studyId } = useStudy();
  const { save } = useActs();
  const [days, setDays] = useState('7');
  const life = known.study?.life;
  if (life === 'DRY_RUN') return <Rehearsal known={known} />;
  if (life === 'LIVE' || life === 'CLOSED') return <p className="soft">{t('drySkipped')}</p>;
  const start = (): void => {
    const one = act('STUDY', StartDryRun, { studyId, daysPerMinute: Number(days) });
    void save({ what: t('drySaid'), acts: [one], undoable: false });
  };
  return (
    <>
      <p className="soft">{t('dryText')}</p>
      <div className="row dry">
        <Field label={t('daysPerMinute')}>
          <input type="number" min={1} max={1000} value={days} onChange={({ target }) => setDays(target.value)} />
        </Field>
        <Button disabled={life !== 'DRAFT'} onClick={start}>
          {t('startDry')}
        </Button>
      </div>
    </>
  );
}

function Rehearsal({ known }: LifeProps): ReactNode {
  const t = useMessages(setUpMessages);
  const { language } = useLanguage();
  const { studyId } = useStudy();
  const { save } = useActs();
  const { data } = useRead(SetUpRehearsal, { studyId });
  const sites = known.study?.sites.nodes ?? [];
  const count = data?.participants.totalCount ?? 0;
  const enrol = (): void => {
    const acts = sites.map(({ siteId }, place) =>
      act('PARTICIPANT', EnrolMadeUp, { studyId, code: `DRY-${count + place + 1}`, siteId }),
    );
    void save({ what: t('madeUpSaid'), acts, undoable: false });
  };
  const owed = data?.dueMeasures ?? [];
  return (
    <>
      <p className="soft">{t('dryText')}</p>
      <p role="status">{t('rehearsed', { count })}</p>
      {owed.length > 0 && <p>{t('owed', { count: owed.length })}</p>}
      <ul>
        {owed.slice(0, 8).map(({ participantId, occasion, instrumentId, dueOn }) => (
          <li key={`${participantId} ${occasion} ${instrumentId}`}>
            {t('owedLine', { occasion, instrument: instrumentId, from: shortDay(dueOn, language) })}
          </li>
        ))}
      </ul>
      <Button disabled={sites.length === 0} onClick={enrol}>
        {t('madeUp')}
      </Button>
    </>
  );
}

interface GoLiveProps extends LifeProps {
  /** What is not done yet, by name. */
  readonly before: readonly string[];
}

/** Opens the study to participants: once, and asked twice. */
export function GoLivePart({ known, before }: GoLiveProps): ReactNode {
  const t = useMessages(setUpMessages);
  const { studyId } = useStudy();
  const { save } = useActs();
  const [sure, setSure] = useState(false);
  const life = known.study?.life;
  if (life === 'LIVE' || life === 'CLOSED') return <p>{t('isLive')}</p>;
  const go = (): void => {
    setSure(false);
    void save({ what: t('goSaid'), acts: [act('STUDY', GoLive, { studyId })], undoable: false });
  };
  return (
    <>
      <p className="soft">{t('goText')}</p>
      {before.length > 0 && <p role="status">{t('notYet', { what: before.join(', ') })}</p>}
      <Button kind="main" disabled={before.length > 0} onClick={() => setSure(true)}>
        {t('goNow')}
      </Button>
      {sure && (
        <Dialog title={t('goSure')} onClose={() => setSure(false)}>
          <p>{t('goText')}</p>
          <div className="row end">
            <Button kind="main" onClick={go}>
              {t('goNow')}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
