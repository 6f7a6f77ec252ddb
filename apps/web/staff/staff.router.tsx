import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { Door } from './shell/door.tsx';
import { MissingPage } from './shell/missing.screen.tsx';
import { Shell } from './shell/shell.tsx';
import { ToCaseload } from './shell/to-caseload.tsx';
import { wizardSearch } from './data/wizard.search.ts';
import { studySearch } from './study/study.search.ts';

const root = createRootRoute({ component: Door, notFoundComponent: MissingPage });
const shell = createRoute({ getParentRoute: () => root, id: 'shell', component: Shell });
const home = createRoute({
  ...{ getParentRoute: () => root, path: '/staff' },
  component: ToCaseload,
});

const caseload = createRoute({
  ...{ getParentRoute: () => shell, path: '/staff/caseload' },
  component: lazyRouteComponent(() => import('./caseload/caseload.screen.tsx'), 'CaseloadScreen'),
});
const review = createRoute({
  ...{ getParentRoute: () => shell, path: '/staff/review' },
  component: lazyRouteComponent(() => import('./review/review.screen.tsx'), 'ReviewScreen'),
});
const alerts = createRoute({
  ...{ getParentRoute: () => shell, path: '/staff/alerts' },
  component: lazyRouteComponent(() => import('./alerts/alerts.screen.tsx'), 'AlertsScreen'),
});
const cover = createRoute({
  ...{ getParentRoute: () => shell, path: '/staff/cover' },
  component: lazyRouteComponent(() => import('./cover/cover.screen.tsx'), 'CoverScreen'),
});
export const person = createRoute({
  ...{ getParentRoute: () => shell, path: '/staff/people/$participantId' },
  component: lazyRouteComponent(() => import('./person/person.screen.tsx'), 'PersonScreen'),
});
export const session = createRoute({
  ...{ getParentRoute: () => shell, path: '/staff/people/$participantId/session' },
  component: lazyRouteComponent(() => import('./session/session.screen.tsx'), 'SessionScreen'),
});
export const paper = createRoute({
  ...{ getParentRoute: () => shell, path: '/staff/people/$participantId/paper/$assignmentId' },
  component: lazyRouteComponent(() => import('./paper/paper.screen.tsx'), 'PaperScreen'),
});
export const print = createRoute({
  ...{ getParentRoute: () => shell, path: '/staff/people/$participantId/print/$assignmentId' },
  component: lazyRouteComponent(() => import('./print/print.screen.tsx'), 'PrintScreen'),
});
export const summary = createRoute({
  ...{ getParentRoute: () => shell, path: '/staff/people/$participantId/summary' },
  component: lazyRouteComponent(() => import('./print/summary.screen.tsx'), 'SummaryScreen'),
});
/** The researcher's part: everything below is of `study/`. */
const study = createRoute({
  ...{ getParentRoute: () => shell, path: '/staff/study', validateSearch: studySearch },
  component: lazyRouteComponent(() => import('./study/study.screen.tsx'), 'StudyScreen'),
});
const panel = createRoute({
  ...{ getParentRoute: () => shell, path: '/staff/study/$panel', validateSearch: studySearch },
  component: lazyRouteComponent(() => import('./study/study.screen.tsx'), 'StudyScreen'),
});

const data = createRoute({
  ...{ getParentRoute: () => shell, path: '/staff/data' },
  component: lazyRouteComponent(() => import('./data/ledger.screen.tsx'), 'LedgerScreen'),
});
const newData = createRoute({
  ...{ getParentRoute: () => shell, path: '/staff/data/new', validateSearch: wizardSearch },
  component: lazyRouteComponent(() => import('./data/wizard.screen.tsx'), 'WizardScreen'),
});
const dataKeys = createRoute({
  ...{ getParentRoute: () => shell, path: '/staff/data/keys' },
  component: lazyRouteComponent(() => import('./data/keys.screen.tsx'), 'KeysScreen'),
});
const setUp = createRoute({
  ...{ getParentRoute: () => shell, path: '/staff/setup' },
  component: lazyRouteComponent(() => import('./setup/setup.screen.tsx'), 'SetUpScreen'),
});
const protocolHistory = createRoute({
  ...{ getParentRoute: () => shell, path: '/staff/setup/history' },
  component: lazyRouteComponent(() => import('./setup/history.screen.tsx'), 'HistoryScreen'),
});
const operator = createRoute({
  ...{ getParentRoute: () => shell, path: '/staff/operator' },
  component: lazyRouteComponent(() => import('./operator/operator.screen.tsx'), 'OperatorScreen'),
});
const analyst = [data, newData, dataKeys, setUp, protocolHistory, operator];

const screens = [
  caseload,
  review,
  alerts,
  cover,
  person,
  session,
  paper,
  print,
  summary,
  study,
  panel,
  ...analyst,
] as const;
export const router = createRouter({
  routeTree: root.addChildren([home, shell.addChildren(screens)]),
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
