import './data.css';
import { useSearch } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useMessages } from '../../language/language.context.tsx';
import { useRead } from '../commands/read.ts';
import { Button, Head, Loading, Problem } from '../shell/parts.tsx';
import { shellMessages } from '../shell/shell.messages.ts';
import { useStudy, useWho } from '../shell/who.context.tsx';
import { DataDraft, DataLedger } from './data.generated.ts';
import { dataMessages } from './data.messages.ts';
import { DataStep } from './data.step.tsx';
import { DataTabs } from './data.tabs.tsx';
import { HideStep } from './hide.step.tsx';
import { QuestionStep } from './question.step.tsx';
import { isHidden, RiskPanel, useRisk } from './risk.panel.tsx';
import { readSpecification, type Specification } from './specification.ts';
import { TakeStep } from './take.step.tsx';
import { wizardSearch } from './wizard.search.ts';

const STEPS = ['question', 'data', 'hide', 'risk', 'take'] as const;
type Step = (typeof STEPS)[number];

/** From a question to data that somebody can take with a clear conscience. */
export function WizardScreen(): ReactNode {
  const t = useMessages(dataMessages);
  const shell = useMessages(shellMessages);
  const { may } = useWho();
  const { from } = wizardSearch(useSearch({ strict: false }));
  if (!may('dataset:request')) return <Head title={shell('notAllowed')} about={shell('notAllowedText')} />;
  return (
    <div className="data">
      <Head title={t('newTitle')} />
      <DataTabs />
      <Begin key={from ?? ''} from={from} />
    </div>
  );
}

/** A draft of the server, with what was saved before in it. The index is always the newest, and the protocol the one in force. */
function Begin({ from }: { readonly from: string | undefined }): ReactNode {
  const { studyId } = useStudy();
  const draft = useRead(
    DataDraft,
    { studyId, tables: ['participants'], recipient: 'recipient' },
    { staleTime: Infinity },
  );
  const ledger = useRead(DataLedger, { studyId }, { enabled: from !== undefined, staleTime: Infinity });
  const error = draft.error ?? ledger.error;
  if (error !== null) return <Problem error={error} again={() => void draft.refetch()} />;
  if (draft.data === undefined || (from !== undefined && ledger.data === undefined)) return <Loading />;
  const drafted = readSpecification(draft.data.draftDataset);
  if (drafted === undefined) return <Loading />;
  const kept = ledger.data?.datasets.find(({ datasetId }) => datasetId === from)?.specification;
  const saved = readSpecification(kept);
  const fresh = { index: draft.data.log.index, protocol: drafted['protocol'] };
  const empty = { ...drafted, title: '', purpose: '', recipient: '', blinded: true, languages: ['en', 'sv'] };
  return <Wizard first={{ ...(saved ?? empty), ...fresh }} />;
}

function Wizard({ first }: { readonly first: Specification }): ReactNode {
  const t = useMessages(dataMessages);
  const [step, setStep] = useState<Step>('question');
  const [specification, change] = useState(first);
  const at = STEPS.indexOf(step);
  const [before, after] = [STEPS[at - 1], STEPS[at + 1]];
  const live = useRisk(complete(specification), at >= STEPS.indexOf('hide'));
  const parts = { specification, change };
  return (
    <>
      <StepList step={step} choose={setStep} />
      <div className={step === 'hide' ? 'beside' : 'alone-step'}>
        <div>
          {step === 'question' && <QuestionStep {...parts} />}
          {step === 'data' && <DataStep {...parts} />}
          {step === 'hide' && <HideStep {...parts} />}
          {step === 'risk' && <h2 className="question-lead">{t('risk.lead')}</h2>}
          {step === 'risk' && <RiskPanel live={live} whole />}
          {step === 'take' && <TakeStep {...parts} hidden={isHidden(live)} live={live} />}
        </div>
        {step === 'hide' && <RiskPanel live={live} />}
      </div>
      <div className="acts wizard-acts screen-only">
        {before !== undefined && <Button onClick={() => setStep(before)}>{t('back')}</Button>}
        {after !== undefined && (
          <Button kind="main" onClick={() => setStep(after)}>
            {t('next', { step: t(`step.${after}`) })}
          </Button>
        )}
      </div>
    </>
  );
}

/** What the server must have before it can count; what the person has not said yet stands in by a word. */
function complete(specification: Specification): Specification {
  const { title, purpose, recipient } = specification;
  const or = (text: string, stand: string): string => (text.trim() === '' ? stand : text);
  const named = {
    title: or(title, 'Untitled'),
    purpose: or(purpose, 'to be said'),
    recipient: or(recipient, 'somebody'),
  };
  return { ...specification, ...named };
}

function StepList({ step, choose }: { readonly step: Step; readonly choose: (step: Step) => void }): ReactNode {
  const t = useMessages(dataMessages);
  return (
    <nav className="wizard-steps screen-only" aria-label={t('steps')}>
      <ol>
        {STEPS.map((each, place) => (
          <li key={each} className={place < STEPS.indexOf(step) ? 'past' : undefined}>
            <button type="button" aria-current={each === step ? 'step' : undefined} onClick={() => choose(each)}>
              <span aria-hidden="true">{place + 1}</span> {t(`step.${each}`)}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
