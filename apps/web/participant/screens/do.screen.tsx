import './screens.css';
import '../../worksheet/worksheet.css';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { navigate, useSearch } from '../parts/way.tsx';
import { type AnswerValues, stateOf } from '#worksheets/filling';
import { useLanguage, useMessages } from '../../language/language.context.tsx';
import { FillingProvider, fillingOf } from '../../worksheet/fill.context.ts';
import { firstOfRow, pagesOf, type WorksheetPage } from '../../worksheet/worksheet.pages.ts';
import { WorksheetPageView } from '../../worksheet/worksheet.page.tsx';
import { Frame } from '../parts/frame.tsx';
import { SafetyMessage } from '../parts/safety.message.tsx';
import { type FoundTask, WithTask } from '../parts/task.frame.tsx';
import { useDraft } from '../parts/use-draft.ts';
import { taskAddress } from '../participant.routes.ts';
import { usePhone } from '../phone.context.ts';
import { shellMessages } from '../shell.messages.ts';
import { Files } from '../store/files.ts';
import { boundForm, type Form, formOf, isRisk } from '../store/forms.ts';
import { handIn, tooLong } from '../store/hand-in.ts';
import { taskMessages } from './task.messages.ts';

/** One question a screen, kept as typed. */
export function DoScreen(): ReactNode {
  return <WithTask>{(found) => <Doing key={found.task.id} {...found} />}</WithTask>;
}

function Doing(found: FoundTask): ReactNode {
  const { task, day } = found;
  const phone = usePhone();
  const { language } = useLanguage();
  const { id, version } = formOf(task, day).worksheet;
  const writing = useDraft(task.id, { id, version }, useSearch('draft'));
  const bound = writing.draft?.worksheet;
  // The day is asked for anew while somebody writes; the form in front of them stays.
  const first = useRef(day);
  const form = useMemo(() => boundForm(task, first.current, bound), [task.id, bound?.version]);
  const filling = useMemo(
    () => fillingOf(form.worksheet.languages, language, { files: new Files(phone.store) }),
    [form, language, phone],
  );
  return (
    <FillingProvider value={filling}>
      {writing.draft === undefined ? (
        <Frame>{null}</Frame>
      ) : (
        <Pages {...{ ...found, form, writing, values: writing.draft.values }} />
      )}
    </FillingProvider>
  );
}

interface PagesProps extends FoundTask {
  readonly form: Form;
  readonly writing: ReturnType<typeof useDraft>;
  readonly values: AnswerValues;
}

/** Where the person is among the questions, and how they get on. */
function useWay({ task, form, writing, values }: PagesProps) {
  const asked = useSearch('at');
  const which = useSearch('draft');
  const pages = pagesOf(form.worksheet, values);
  const wanted = asked ?? writing.draft?.page ?? '';
  const at = Math.max(
    0,
    pages.findIndex(({ id }) => id === wanted),
  );
  const go = (id: string, next: AnswerValues = values): void => {
    writing.change(next, id);
    navigate(
      `${taskAddress(task.id, '/do')}?at=${encodeURIComponent(id)}${which === undefined ? '' : `&draft=${which}`}`,
    );
  };
  return { pages, at, page: pages[at], go };
}

function Pages(props: PagesProps): ReactNode {
  const { task, day, title, form, writing, values } = props;
  const t = useMessages(taskMessages);
  const shell = useMessages(shellMessages);
  const { pages, at, page, go } = useWay(props);
  const last = at === pages.length - 1;
  const risk = task.kind === 'measure' && page !== undefined && isRisk(task.instrument, page.id, values[page.id]);
  const finish = useFinish(props, go);
  const turn = (by: number): void => go(pages[at + by]?.id ?? '');
  const missing = last ? stateOf(form.worksheet, values).unanswered.length : 0;
  return (
    <Frame back={['/', shell('today')]} actions={<Turning {...{ at, last, turn, finish }} />}>
      <h1 className="visually-hidden">{title}</h1>
      <p className="p-position">{t('position', { title, number: at + 1, count: pages.length })}</p>
      <progress
        className="p-progress"
        aria-label={t('position', { title, number: at + 1, count: pages.length })}
        value={at + 1}
        max={pages.length}
      />
      {writing.beside ? <p className="p-banner">{t('beside')}</p> : null}
      {page === undefined ? null : (
        <Focused key={page.id} page={page}>
          <Answering {...{ props, page, go, next: last || risk ? undefined : pages[at + 1]?.id }} />
        </Focused>
      )}
      {risk ? <SafetyMessage watch={day.known.watch} /> : null}
      <p className="p-soft" role="status">
        {missing > 0 && at > 0 ? t('missing', { count: missing }) : ''}
      </p>
    </Frame>
  );
}

interface AnsweringProps {
  readonly props: PagesProps;
  readonly page: WorksheetPage;
  readonly go: (id: string, values?: AnswerValues) => void;
  /** The screen after this one, to go to when a tap has answered. */
  readonly next: string | undefined;
}

function Answering({ props: { form, writing, task }, page, go, next }: AnsweringProps): ReactNode {
  const newest = useRef<AnswerValues>(undefined);
  const change = (values: AnswerValues): void => {
    newest.current = values;
    writing.change(values, page.id);
  };
  const settled = (): void => {
    const values = newest.current ?? writing.draft?.values ?? {};
    const tells = task.kind === 'measure' && isRisk(task.instrument, page.id, values[page.id]);
    if (next !== undefined && !tells) go(next, values);
  };
  return (
    <WorksheetPageView
      {...{ page, worksheet: form.worksheet, values: writing.draft?.values ?? {} }}
      onChange={change}
      // After the change that the same tap makes.
      onSettled={() => setTimeout(settled, 120)}
      onRow={(row) =>
        page.kind === 'rows' &&
        go(firstOfRow(page.field, row), withRow(writing.draft?.values ?? {}, page.field.id, row))
      }
    />
  );
}

function withRow(values: AnswerValues, field: string, row: number): AnswerValues {
  const rows = values[field];
  const there = Array.isArray(rows) ? rows.length : 0;
  if (row < there || !Array.isArray(rows)) return values;
  const entries: readonly unknown[] = rows;
  return { ...values, [field]: [...entries, {}] as AnswerValues[string] };
}

/** A new question is read out, and the keyboard is there where words are asked for. */
function Focused({ page, children }: { readonly page: WorksheetPage; readonly children: ReactNode }): ReactNode {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const box = root.current?.querySelector<HTMLElement>('textarea, input:not([type]), input[type=number]');
    const words = page.kind === 'field' || page.kind === 'cell' ? box : null;
    const heading = root.current?.querySelector<HTMLElement>('.ws-q');
    heading?.setAttribute('tabindex', '-1');
    (words ?? heading)?.focus({ preventScroll: true });
  }, [page.kind]);
  return <div ref={root}>{children}</div>;
}

/** Hands it in: kept on the phone before anything else is said. */
function useFinish({ task, form, writing, values, title }: PagesProps, go: (id: string) => void): () => void {
  const phone = usePhone();
  const { language } = useLanguage();
  const under = useRef(false);
  return () => {
    const place = tooLong(form, values);
    if (place !== undefined) return go(place);
    if (under.current) return;
    under.current = true;
    const { startedAt } = writing.draft ?? { startedAt: new Date().toISOString() };
    void handIn(phone, { task, form, values, title, language, startedAt })
      .then((told) => navigate(told.risk ? '/saved?risk=1' : '/saved', 'replace'))
      .finally(() => (under.current = false));
  };
}

interface TurningProps {
  readonly at: number;
  readonly last: boolean;
  readonly turn: (by: number) => void;
  readonly finish: () => void;
}

function Turning({ at, last, turn, finish }: TurningProps): ReactNode {
  const t = useMessages(taskMessages);
  return (
    <>
      <button type="button" className="p-button p-outline" disabled={at === 0} onClick={() => turn(-1)}>
        {t('back')}
      </button>
      <button type="button" className="p-button p-wide" onClick={() => (last ? finish() : turn(1))}>
        {last ? t('finish') : t('next')}
      </button>
    </>
  );
}
