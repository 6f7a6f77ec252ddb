import type { ReactNode } from 'react';
import { Link } from '../parts/way.tsx';
import { longDay, shortDay } from '../../language/dates.ts';
import { useLanguage, useMessages } from '../../language/language.context.tsx';
import { Frame } from '../parts/frame.tsx';
import { Crisis } from '../parts/safety.tsx';
import { taskAddress } from '../participant.routes.ts';
import { useDay, usePhone, useTold } from '../phone.context.ts';
import { shellMessages } from '../shell.messages.ts';
import type { Day } from '../store/participant.day.ts';
import { useSignal } from '../store/signal.ts';
import { documentOf, type Task, titleOf, type Today, todayOf } from '../store/today.ts';
import { todayMessages } from './today.messages.ts';

/** What there is to do: the first thing large, the others below. */
export function TodayScreen(): ReactNode {
  const t = useMessages(todayMessages);
  const { language } = useLanguage();
  const day = useDay();
  const told = useTold();
  const date = longDay(new Date(), language, day?.known.participant?.timeZone);
  if (day === undefined) return <NothingYet date={date} />;
  const today = todayOf(day, told, new Date());
  const [first, ...others] = today.tasks;
  return (
    <Frame tabs above={date}>
      <h1>{today.tasks.length === 0 ? t('nothing') : t('count', { count: today.tasks.length })}</h1>
      {first === undefined ? <p className="p-soft">{t('nothingText')}</p> : <FirstTask {...{ task: first, day }} />}
      <TaskList tasks={others} day={day} />
      <More {...{ today, day }} />
      <Crisis watch={day.known.watch} />
    </Frame>
  );
}

function NothingYet({ date }: { readonly date: string }): ReactNode {
  const t = useMessages(shellMessages);
  const busy = useSignal(usePhone().busy);
  return (
    <Frame tabs above={date}>
      <h1 aria-busy={busy}>{busy ? t('loading') : t('today')}</h1>
      <p className="p-soft">{busy ? '' : t('firstOnline')}</p>
    </Frame>
  );
}

interface TaskProps {
  readonly task: Task;
  readonly day: Day;
}

/** What a task is called, and what is said about it in a line. */
function useAbout({ task, day }: TaskProps): {
  readonly title: string;
  readonly about: string;
  readonly started: boolean;
} {
  const t = useMessages(todayMessages);
  const { language } = useLanguage();
  const { drafts } = usePhone();
  useSignal(drafts.list);
  const started = drafts.at(task.id).length > 0;
  if (task.kind === 'measure') return { title: task.instrument.title, about: t('aboutMinutes', { count: 3 }), started };
  const document = documentOf(task.homework, day.known);
  const minutes =
    document?.minutes ?? (task.homework.terms.dose?.unit === 'MINUTES' ? task.homework.terms.dose.amount : undefined);
  const due =
    task.dueOn === undefined || task.occurrence !== undefined
      ? ''
      : t('due', { day: shortDay(`${task.dueOn}T12:00:00Z`, language, 'UTC') });
  const about = [minutes === undefined ? '' : t('aboutMinutes', { count: minutes }), due]
    .filter((part) => part !== '')
    .join(' · ');
  return { title: titleOf(task.homework), about, started };
}

function FirstTask(props: TaskProps): ReactNode {
  const t = useMessages(todayMessages);
  const { language } = useLanguage();
  const { task, day } = props;
  const { title, about, started } = useAbout(props);
  const objective = task.kind === 'measure' ? undefined : documentOf(task.homework, day.known)?.objective;
  const note = task.kind === 'homework' ? task.homework.terms.instructions?.text : undefined;
  return (
    <section className="p-card p-first">
      <h2>{title}</h2>
      {objective === undefined ? null : <p>{objective[language] ?? objective['en']}</p>}
      <p className="p-soft">{about}</p>
      {note == null ? null : (
        <blockquote className="p-note">
          “{note}” <cite>– {t('therapist')}</cite>
        </blockquote>
      )}
      <Link className="p-button" href={taskAddress(task.id)}>
        {started ? t('goOn') : t('start')}
      </Link>
    </section>
  );
}

function TaskLine(props: TaskProps): ReactNode {
  const t = useMessages(todayMessages);
  const { title, about, started } = useAbout(props);
  const verb = started ? t('goOn') : t('start');
  return (
    <li className="p-card p-line">
      <div>
        <h3>{title}</h3>
        <p className="p-soft">{about}</p>
      </div>
      <Link className="p-button p-outline" href={taskAddress(props.task.id)} aria-label={`${verb}: ${title}`}>
        {verb}
      </Link>
    </li>
  );
}

function TaskList({ tasks, day }: { readonly tasks: readonly Task[]; readonly day: Day }): ReactNode {
  return tasks.length === 0 ? null : (
    <ul className="p-list">
      {tasks.map((task) => (
        <TaskLine key={task.id} {...{ task, day }} />
      ))}
    </ul>
  );
}

/** What has no day, what is suggested, and what is done. */
function More({ today, day }: { readonly today: Today; readonly day: Day }): ReactNode {
  const t = useMessages(todayMessages);
  const { anyTime, suggested, doneThisWeek } = today;
  return (
    <>
      {anyTime.length === 0 ? null : <h2 className="p-section">{t('anyTime')}</h2>}
      <TaskList tasks={anyTime} day={day} />
      {suggested.length === 0 ? null : <h2 className="p-section">{t('suggested')}</h2>}
      <ul className="p-list">
        {suggested.map((homework) => (
          <li key={homework.assignmentId} className="p-card">
            <h3>{titleOf(homework)}</h3>
            <p className="p-soft">{homework.initiatedBy === 'CLIENT' ? t('byYou') : t('byTherapist')}</p>
          </li>
        ))}
      </ul>
      {doneThisWeek.length === 0 ? null : <h2 className="p-section">{t('done')}</h2>}
      <ul className="p-list">
        {doneThisWeek.map(({ title, on, waits, attemptId }, index) => (
          <li key={attemptId ?? index} className="p-card p-done">
            <span aria-hidden="true">✓</span> {title}
            <span className="p-soft">{waits ? t('onPhone') : ''}</span>
            <span className="visually-hidden">{on}</span>
          </li>
        ))}
      </ul>
      <p className="p-links">
        <Link href="/propose">{t('propose')}</Link>
      </p>
    </>
  );
}
