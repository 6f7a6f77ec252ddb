import '../../worksheet/worksheet.css';
import { useNavigate, useParams } from '@tanstack/react-router';
import { type ReactNode, type SubmitEvent, useMemo, useState } from 'react';
import type { AnswerValues, Worksheet } from '#worksheets/filling';
import { useLanguage, useMessages } from '../../language/language.context.tsx';
import { FillingProvider, fillingOf } from '../../worksheet/fill.context.ts';
import { pagesOf, rowsOf } from '../../worksheet/worksheet.pages.ts';
import { WorksheetPageView } from '../../worksheet/worksheet.page.tsx';
import { act } from '../commands/act.ts';
import { useActs } from '../commands/acts.context.tsx';
import { SubmitWorksheet } from '../commands/commands.generated.ts';
import { useRead } from '../commands/read.ts';
import { worksheetOf } from '../review/answers.to-read.tsx';
import { Submission, WorksheetsOf } from '../review/review.generated.ts';
import { Choose } from '../shell/choose.tsx';
import { Button, Field, Head, Pending } from '../shell/parts.tsx';
import { todayIn, useStudy } from '../shell/who.context.tsx';
import { useCode } from '../words/codes.ts';
import { useWords } from '../words/sealed-words.tsx';
import { useTerms, valuesOf } from '../words/terms.ts';
import { paperMessages } from './paper.messages.ts';

/** A worksheet that was done on paper, written down for its own day. */
export function PaperScreen(): ReactNode {
  const t = useMessages(paperMessages);
  const words = useWords();
  const { participantId, assignmentId } = useParams({ from: '/shell/staff/people/$participantId/paper/$assignmentId' });
  const { studyId } = useStudy();
  const code = useCode(participantId);
  const homework = useRead(Submission, { studyId, assignmentId });
  const sheets = useRead(WorksheetsOf, { studyId, participantId });
  const error = homework.error ?? sheets.error;
  const again = (): void => (void homework.refetch(), void sheets.refetch());
  if (homework.data === undefined || sheets.data === undefined)
    return <Pending title={t('title', { code })} error={error} again={again} />;
  const terms = homework.data.assignment?.terms;
  const sheet = sheets.data.assignedWorksheets.find(
    (each) => each.templateId === terms?.template?.templateId && each.version === terms.template.version,
  );
  if (sheet === undefined) return <Head title={t('title', { code })} about={t('noSheet')} />;
  const title = words(terms?.title);
  return (
    <>
      <Head title={t('title', { code })} about={t('about', { title })} />
      <Transcribe worksheet={worksheetOf(sheet.document)} {...{ assignmentId, participantId, code, title }} />
    </>
  );
}

interface TranscribeProps {
  readonly worksheet: Worksheet;
  readonly assignmentId: string;
  readonly participantId: string;
  readonly code: string;
  readonly title: string;
}

const OUTCOMES = valuesOf('attemptOutcome');

function Transcribe({ worksheet, assignmentId, participantId, code, title }: TranscribeProps): ReactNode {
  const t = useMessages(paperMessages);
  const terms = useTerms();
  const { timeZone } = useStudy();
  const navigate = useNavigate();
  const { save } = useActs();
  const today = todayIn(timeZone);
  const [values, setValues] = useState<AnswerValues>({});
  const [day, setDay] = useState(today);
  const [outcome, setOutcome] = useState<(typeof OUTCOMES)[number]>('FULL');
  const [empty, setEmpty] = useState(false);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (Object.keys(values).length === 0) return setEmpty(true);
    void save({
      what: t('said', { title, code }),
      acts: [fromPaper({ worksheet, assignmentId, values, day, outcome })],
    });
    void navigate({ to: '/staff/people/$participantId', params: { participantId } });
  };
  return (
    <form className="paper" onSubmit={submit}>
      <div className="card row">
        <Field label={t('day')} help={t('dayHelp')}>
          <input type="date" required max={today} value={day} onChange={({ target }) => setDay(target.value)} />
        </Field>
        <Choose
          label={t('outcome')}
          values={OUTCOMES}
          value={outcome}
          onValue={setOutcome}
          say={(each) => terms(`attemptOutcome.${each}`)}
        />
      </div>
      <WholeSheet worksheet={worksheet} values={values} onChange={setValues} />
      <PaperFoot problem={empty && Object.keys(values).length === 0 ? t('empty') : ''} />
    </form>
  );
}

function PaperFoot({ problem }: { readonly problem: string }): ReactNode {
  const t = useMessages(paperMessages);
  return (
    <>
      <p className="soft">{t('someMissing')}</p>
      <p className="wrong" role="alert">
        {problem}
      </p>
      <Button kind="main" type="submit">
        {t('save')}
      </Button>
    </>
  );
}

interface Written {
  readonly worksheet: Worksheet;
  readonly assignmentId: string;
  readonly values: AnswerValues;
  readonly day: string;
  readonly outcome: (typeof OUTCOMES)[number];
}

/** At noon of that day, known to the day; the server keeps when it was written down. */
function fromPaper({ worksheet, assignmentId, values, day, outcome }: Written) {
  const { id, version } = worksheet;
  const input = {
    ...{ assignmentId, outcome, performer: 'CLIENT' as const, informant: 'CLIENT' as const },
    worksheet: { templateId: id, version },
    answers: JSON.stringify({ worksheet: { id, version }, values }),
  };
  const noon = new Date(`${day}T12:00:00`).getTime();
  const occurredAt = new Date(Math.min(noon, Date.now())).toISOString();
  return act('ASSIGNMENT', SubmitWorksheet, input, { occurredAt, occurredPrecision: 'DAY', source: 'PAPER' });
}

interface WholeSheetProps {
  readonly worksheet: Worksheet;
  readonly values: AnswerValues;
  readonly onChange: (values: AnswerValues) => void;
}

/** All questions under each other, as they are on the paper. */
function WholeSheet({ worksheet, values, onChange }: WholeSheetProps): ReactNode {
  const t = useMessages(paperMessages);
  const { language } = useLanguage();
  const filling = useMemo(() => fillingOf(worksheet.languages, language), [worksheet, language]);
  return (
    <FillingProvider value={filling}>
      {pagesOf(worksheet, values).map((page) =>
        page.kind === 'rows' ? (
          <Button
            key={page.id}
            onClick={() => onChange({ ...values, [page.field.id]: [...rowsOf(values, page.field.id), {}] })}
          >
            {t('addRow')}
          </Button>
        ) : (
          <div key={page.id} className="card">
            <WorksheetPageView
              page={page}
              worksheet={worksheet}
              values={values}
              onChange={onChange}
              onRow={() => undefined}
            />
          </div>
        ),
      )}
    </FillingProvider>
  );
}
