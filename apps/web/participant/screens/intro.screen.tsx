import './screens.css';
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { Link } from '../parts/way.tsx';
import type { Worksheet } from '#worksheets/filling';
import { useLanguage, useMessages } from '../../language/language.context.tsx';
import { Paragraphs } from '../../worksheet/shown.field.tsx';
import { Frame } from '../parts/frame.tsx';
import { PrintOnly } from '../parts/print-only.tsx';
import { type FoundTask, WithTask } from '../parts/task.frame.tsx';
import { taskAddress } from '../participant.routes.ts';
import { usePhone } from '../phone.context.ts';
import { shellMessages } from '../shell.messages.ts';
import { formOf } from '../store/forms.ts';
import { Clarifications } from './ask.screen.tsx';
import { taskMessages } from './task.messages.ts';

const WorksheetToPrint = lazy(async () => import('../../worksheet/worksheet.paper.tsx'));

/** Why and how, an example, and the therapist's word, before it begins. */
export function IntroScreen(): ReactNode {
  return <WithTask>{(found) => <Intro {...found} />}</WithTask>;
}

function Intro({ task, day, title }: FoundTask): ReactNode {
  const t = useMessages(taskMessages);
  const shell = useMessages(shellMessages);
  const { drafts } = usePhone();
  const { document } = formOf(task, day);
  const started = drafts.at(task.id).length > 0;
  useOpened(task);
  const begin = (
    <Link className="p-button p-wide" href={taskAddress(task.id, '/do')}>
      {started ? t('goOn') : t('begin')}
    </Link>
  );
  return (
    <Frame
      back={['/', shell('today')]}
      actions={
        <>
          {document === undefined ? null : <PrintButton worksheet={document} />}
          {begin}
        </>
      }
    >
      <div className="screen-only">
        <h1>{title}</h1>
        {task.kind === 'measure' ? (
          <MeasureIntro stem={task.instrument.stem} notice={task.instrument.textsNotice} />
        ) : null}
        {document === undefined ? null : <About worksheet={document} />}
        {task.kind === 'homework' ? <HomeworkIntro {...task} /> : null}
      </div>
    </Frame>
  );
}

/** The first look at homework is told once; it is not worth a word on the phone. */
function useOpened(task: FoundTask['task']): void {
  const { outbox } = usePhone();
  const homework = task.kind === 'homework' && task.homework.openedAt === null ? task.homework : undefined;
  useEffect(() => {
    if (homework === undefined) return;
    const { assignmentId } = homework;
    const waits = [...outbox.waiting.value, ...outbox.sent.value].some(
      ({ command }) => command.name === 'openHomework' && command.input.assignmentId === assignmentId,
    );
    if (!waits && navigator.onLine)
      void outbox.tellQuietly({ name: 'openHomework', input: { assignmentId, by: 'CLIENT' } });
  }, [homework, outbox]);
}

function MeasureIntro({ stem, notice }: { readonly stem: string | null; readonly notice: string | null }): ReactNode {
  const t = useMessages(taskMessages);
  const { language } = useLanguage();
  return (
    <>
      {language === 'en' ? null : <p className="p-soft">{t('otherLanguage')}</p>}
      <p lang="en">{stem}</p>
      <p className="p-soft">{t('answersClose')}</p>
      <p className="p-small" lang="en">
        {notice}
      </p>
    </>
  );
}

function About({ worksheet }: { readonly worksheet: Worksheet }): ReactNode {
  const t = useMessages(taskMessages);
  const { language } = useLanguage();
  const say = (text: Readonly<Record<string, string>>): string =>
    text[language] ?? text[worksheet.languages[0] ?? 'en'] ?? '';
  return (
    <>
      <p className="p-lead">{say(worksheet.objective)}</p>
      <ol className="p-steps" aria-label={t('steps')}>
        {worksheet.steps.map((step) => (
          <li key={say(step)}>{say(step)}</li>
        ))}
      </ol>
      <details className="p-more">
        <summary>{t('example')}</summary>
        <Paragraphs text={say(worksheet.example)} />
      </details>
      <details className="p-more">
        <summary>{t('why')}</summary>
        <Paragraphs text={say(worksheet.rationale)} />
      </details>
    </>
  );
}

function HomeworkIntro({ id, homework }: Extract<FoundTask['task'], { kind: 'homework' }>): ReactNode {
  const t = useMessages(taskMessages);
  const { instructions, rationale, example, template } = homework.terms;
  return (
    <>
      {instructions?.text == null ? null : (
        <section className="p-note">
          <h2>{t('note')}</h2>
          <Paragraphs text={instructions.text} />
        </section>
      )}
      {template !== null || rationale?.text == null ? null : <Paragraphs text={rationale.text} />}
      {template !== null || example?.text == null ? null : <Paragraphs text={example.text} />}
      <Clarifications assignmentId={homework.assignmentId} />
      <p className="p-links">
        <Link href={taskAddress(id, '/ask')}>{t('ask')}</Link>
        <Link href={taskAddress(id, '/not-now')}>{t('notNow')}</Link>
      </p>
    </>
  );
}

/** Each tap prints once; not before the paper is laid out, however long that takes. */
function PrintButton({ worksheet }: { readonly worksheet: Worksheet }): ReactNode {
  const t = useMessages(taskMessages);
  const { language } = useLanguage();
  const [taps, setTaps] = useState(0);
  return (
    <>
      <button type="button" className="p-button p-outline" onClick={() => setTaps(taps + 1)}>
        {t('print')}
      </button>
      {taps === 0 ? null : (
        <Suspense>
          <PrintOnly>
            <WorksheetToPrint worksheet={worksheet} language={language} />
          </PrintOnly>
          <Printing key={taps} />
        </Suspense>
      )}
    </>
  );
}

/** There as soon as everything beside it is. */
function Printing(): null {
  useEffect(() => {
    const frame = requestAnimationFrame(() => globalThis.print());
    return () => cancelAnimationFrame(frame);
  }, []);
  return null;
}
