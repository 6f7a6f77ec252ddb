import { type ComponentType, lazy } from 'react';
import type { PARTICIPANT_ROUTES } from './participant.routes.ts';

/** A screen that is fetched when it is first needed; the service worker has it by then. */
const later = <Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name) =>
  lazy(async () => ({ default: (await load())[name] }));

export const GuestScreen = later(async () => import('./screens/guest.screen.tsx'), 'GuestScreen');
export const NoticeScreen = lazy(async () => ({
  default: (await import('./screens/notice.screen.tsx')).NoticeScreen,
}));
export const loadSignIn = async () => import('./screens/sign-in.screen.tsx');
export const SignInScreen = lazy(async () => ({ default: (await loadSignIn()).SignInScreen }));

/** The day, which most visits are for. */
export const loadToday = async () => import('./screens/today.screen.tsx');

/** Which screen an address shows. */
export const SCREENS: Readonly<Record<(typeof PARTICIPANT_ROUTES)[number], ComponentType>> = {
  '/': later(loadToday, 'TodayScreen'),
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
