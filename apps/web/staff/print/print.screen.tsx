import { Link, useParams } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { dayAndTime } from '../../language/dates.ts';
import { useLanguage, useMessages } from '../../language/language.context.tsx';
import { useRead } from '../commands/read.ts';
import { Submission, WorksheetsOf } from '../review/review.generated.ts';
import { Button, Field, Head, Loading, Pending } from '../shell/parts.tsx';
import { useStudy } from '../shell/who.context.tsx';
import { useCode } from '../words/codes.ts';
import { printMessages } from './print.messages.ts';

const SheetToPrint = lazy(() => import('./sheet.to-print.tsx'));

/** A worksheet as it comes out of the printer: empty to write on, or with answers. */
export function PrintScreen(): ReactNode {
  const t = useMessages(printMessages);
  const { participantId, assignmentId } = useParams({ from: '/shell/staff/people/$participantId/print/$assignmentId' });
  const { studyId } = useStudy();
  const code = useCode(participantId);
  const homework = useRead(Submission, { studyId, assignmentId });
  const sheets = useRead(WorksheetsOf, { studyId, participantId });
  const [attempt, setAttempt] = useState('');
  const error = homework.error ?? sheets.error;
  if (homework.data === undefined || sheets.data === undefined) {
    const again = (): void => (void homework.refetch(), void sheets.refetch());
    return <Pending title={t('title', { code })} error={error} again={again} />;
  }
  const answers = homework.data.worksheetAnswers.nodes.filter((each) => each.answers.text !== null);
  const chosen = answers.find(({ attemptId }) => attemptId === attempt);
  const agreed = homework.data.assignment?.terms.template;
  const wanted = chosen === undefined ? agreed : { templateId: chosen.templateId, version: chosen.templateVersion };
  const sheet = sheets.data.assignedWorksheets.find(
    (each) => each.templateId === wanted?.templateId && each.version === wanted.version,
  );
  if (sheet === undefined) return <Head title={t('title', { code })} about={t('noSheet')} />;
  return (
    <>
      <div className="screen-only">
        <PrintHead code={code} participantId={participantId} />
        <AnswersChoice answers={answers} attempt={attempt} onAttempt={setAttempt} />
      </div>
      <div className="sheet">
        <Suspense fallback={<Loading />}>
          <SheetToPrint document={sheet.document} text={chosen?.answers.text ?? null} />
        </Suspense>
      </div>
    </>
  );
}

function PrintHead({ code, participantId }: { readonly code: string; readonly participantId: string }): ReactNode {
  const t = useMessages(printMessages);
  return (
    <Head title={t('title', { code })} about={t('about')}>
      <Link className="button plain" to="/staff/people/$participantId" params={{ participantId }}>
        {t('person', { code })}
      </Link>
      <Button kind="main" onClick={() => print()}>
        {t('print')}
      </Button>
    </Head>
  );
}

interface AnswersChoiceProps {
  readonly answers: readonly { readonly attemptId: string; readonly occurredAt: string }[];
  readonly attempt: string;
  readonly onAttempt: (attempt: string) => void;
}

/** Empty, or as it was filled in. */
function AnswersChoice({ answers, attempt, onAttempt }: AnswersChoiceProps): ReactNode {
  const t = useMessages(printMessages);
  const { language } = useLanguage();
  const { timeZone } = useStudy();
  if (answers.length === 0) return null;
  return (
    <div className="narrow">
      <Field label={t('what')}>
        <select value={attempt} onChange={({ target }) => onAttempt(target.value)}>
          <option value="">{t('empty')}</option>
          {answers.map(({ attemptId, occurredAt }) => (
            <option key={attemptId} value={attemptId}>
              {t('filled', { when: dayAndTime(occurredAt, language, timeZone) })}
            </option>
          ))}
        </select>
      </Field>
    </div>
  );
}
