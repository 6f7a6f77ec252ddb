import { type ComponentType, lazy } from 'react';
import type { PARTICIPANT_ROUTES } from './participant.routes.ts';
import { matchOf } from './parts/way.tsx';

/** A screen and how to fetch it ahead. */
interface Screen {
  readonly load: () => Promise<unknown>;
  readonly Content: ComponentType;
}

/** A screen that is fetched when it is first needed; the service worker has it by then. */
const later = <Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name): Screen => ({
  load,
  Content: lazy<ComponentType>(async () => ({ default: (await load())[name] })),
});

export const { Content: GuestScreen } = later(async () => import('./screens/guest.screen.tsx'), 'GuestScreen');
export const NoticeScreen = lazy(async () => ({
  default: (await import('./screens/notice.screen.tsx')).NoticeScreen,
}));
export const loadSignIn = async () => import('./screens/sign-in.screen.tsx');
export const SignInScreen = lazy(async () => ({ default: (await loadSignIn()).SignInScreen }));

const TODAY = later(async () => import('./screens/today.screen.tsx'), 'TodayScreen');

const SCREENS: Readonly<Record<(typeof PARTICIPANT_ROUTES)[number], Screen>> = {
  '/': TODAY,
  '/task/:task/ask': later(async () => import('./screens/ask.screen.tsx'), 'AskScreen'),
  '/settings/calendar': later(async () => import('./screens/calendar.screen.tsx'), 'CalendarScreen'),
  '/task/:task/do': later(async () => import('./screens/do.screen.tsx'), 'DoScreen'),
  '/task/:task': later(async () => import('./screens/intro.screen.tsx'), 'IntroScreen'),
  '/journal': later(async () => import('./screens/journal.screen.tsx'), 'JournalScreen'),
  '/journal/write': later(async () => import('./screens/journal.write.screen.tsx'), 'WriteJournalScreen'),
  '/settings/leave': later(async () => import('./screens/leave.screen.tsx'), 'LeaveScreen'),
  '/settings/looks': later(async () => import('./screens/looks.screen.tsx'), 'LooksScreen'),
  '/task/:task/not-now': later(async () => import('./screens/not-now.screen.tsx'), 'NotNowScreen'),
  '/propose': later(async () => import('./screens/propose.screen.tsx'), 'ProposeScreen'),
  '/settings/reminders': later(async () => import('./screens/reminders.screen.tsx'), 'RemindersScreen'),
  '/saved': later(async () => import('./screens/saved.screen.tsx'), 'SavedScreen'),
  '/settings': later(async () => import('./screens/settings.screen.tsx'), 'SettingsScreen'),
  '/settings/sharing': later(async () => import('./screens/sharing.screen.tsx'), 'SharingScreen'),
  '/unsent': later(async () => import('./screens/unsent.screen.tsx'), 'UnsentScreen'),
  '/week': later(async () => import('./screens/week.screen.tsx'), 'WeekScreen'),
  '/settings/wipe': later(async () => import('./screens/wipe.screen.tsx'), 'WipeScreen'),
};

/** The screen an address shows; the day where none has it. */
export function screenAt(path: string): Screen {
  const [, found = TODAY] = Object.entries(SCREENS).find(([pattern]) => matchOf(pattern, path) !== undefined) ?? [];
  return found;
}
