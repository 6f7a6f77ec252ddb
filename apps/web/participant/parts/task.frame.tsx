import type { ReactNode } from 'react';
import { useParams } from 'wouter';
import { useMessages } from '../../language/language.context.tsx';
import { useDay } from '../phone.context.ts';
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

export const nameOf = (task: Task): string =>
  task.kind === 'measure' ? task.instrument.title : titleOf(task.homework);

/** Finds the task of the address; says so where it is gone. */
export function WithTask({ children }: { readonly children: (found: FoundTask) => ReactNode }): ReactNode {
  const t = useMessages(shellMessages);
  const day = useDay();
  const { task: id } = useParams<{ task: string }>();
  const task = day === undefined || id === undefined ? undefined : taskById(day, decodeURIComponent(id));
  if (day !== undefined && task !== undefined) return children({ task, day, title: nameOf(task) });
  return (
    <Frame back={['/', t('today')]}>
      <h1>{t('gone')}</h1>
    </Frame>
  );
}
