import type { ReactNode } from 'react';
import { Link, matchOf, usePath } from './way.tsx';
import { useMessages } from '../../language/language.context.tsx';
import { useDay } from '../phone.context.ts';
import { taskMessages } from '../screens/task.messages.ts';
import { shellMessages } from '../shell.messages.ts';
import type { Day } from '../store/participant.day.ts';
import { type Task, taskById, titleOf } from '../store/today.ts';
import { Frame } from './frame.tsx';

/** The task that the address names, with the day it was found in. */
export interface FoundTask {
  readonly task: Task;
  readonly day: Day;
  readonly title: string;
}

const PATTERNS = ['/task/:task', '/task/:task/do', '/task/:task/not-now', '/task/:task/ask'];

export const nameOf = (task: Task): string =>
  task.kind === 'measure' ? task.instrument.title : titleOf(task.homework);

/** Finds the task of the address; says so where it is gone. */
export function WithTask({ children }: { readonly children: (found: FoundTask) => ReactNode }): ReactNode {
  const t = useMessages(taskMessages);
  const shell = useMessages(shellMessages);
  const day = useDay();
  const path = usePath();
  const [id] = PATTERNS.flatMap((pattern) => matchOf(pattern, path) ?? []);
  const task = day === undefined || id === undefined ? undefined : taskById(day, id);
  if (day !== undefined && task !== undefined) return children({ task, day, title: nameOf(task) });
  return (
    <Frame back={['/', shell('today')]}>
      <h1>{t('gone')}</h1>
      <p>{t('goneText')}</p>
      <Link className="p-button" href="/">
        {shell('today')}
      </Link>
    </Frame>
  );
}
