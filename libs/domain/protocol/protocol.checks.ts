import { type FieldProblem, fieldProblems } from '../kernel/problems.ts';
import { sameContent } from '../kernel/same-content.ts';
import { type ProtocolDocument, protocolDocument } from './protocol.schema.ts';

/** Two things said of one measurement: its occasion and its instrument. */
export interface Measurement {
  readonly occasion: string;
  readonly instrumentId: string;
}

/** A document that can be run, or what is wrong with it, by field. */
export type ReadProtocol = { readonly protocol: ProtocolDocument } | { readonly problems: readonly FieldProblem[] };

/** Documents of the log are read whenever their study is; they never change. */
const known = new WeakMap<object, ReadProtocol>();

/** Reads a protocol document, and checks that its parts fit one another. */
export function readProtocol(document: unknown): ReadProtocol {
  if (typeof document !== 'object' || document === null) return checked(document);
  const before = known.get(document);
  if (before !== undefined) return before;
  const read = checked(document);
  known.set(document, read);
  return read;
}

function checked(document: unknown): ReadProtocol {
  const parsed = protocolDocument.safeParse(document);
  if (!parsed.success) return { problems: fieldProblems(parsed.error) };
  const problems = protocolProblems(parsed.data);
  return problems.length > 0 ? { problems } : { protocol: parsed.data };
}

function protocolProblems(protocol: ProtocolDocument): readonly FieldProblem[] {
  const { arms, sites, eligibility, instruments, schedule, retired, checks } = protocol;
  return [
    ...twice('arms', arms, ({ arm }) => arm),
    ...twice('sites', sites, ({ siteId }) => siteId),
    ...twice('eligibility.inclusion', eligibility.inclusion, ({ code }) => code),
    ...twice('eligibility.exclusion', eligibility.exclusion, ({ code }) => code),
    ...twice('instruments', instruments, ({ instrumentId }) => instrumentId),
    ...twice('schedule', schedule, measurementOf),
    ...twice('retired', retired, (one) => nameOf(one)),
    ...twice('checks', checks, ({ ruleId }) => ruleId),
    ...checkProblems(protocol),
    ...scheduleProblems(protocol),
    ...consentProblems(protocol),
    ...recruitmentProblems(protocol),
  ];
}

/** What is there more than once. */
function twice<Item>(field: string, items: readonly Item[], keyOf: (item: Item) => string): readonly FieldProblem[] {
  const keys = items.map(keyOf);
  return keys.flatMap((key, at) =>
    keys.indexOf(key) < at ? [{ field: `${field}.${at}`, problem: 'is there twice' }] : [],
  );
}

function recruitmentProblems({ recruitment }: ProtocolDocument): readonly FieldProblem[] {
  if (recruitment === undefined || recruitment.from < recruitment.to) return [];
  return [{ field: 'recruitment.to', problem: 'is not after its beginning' }];
}

const nameOf = ({ occasion, instrumentId }: Measurement) => JSON.stringify([occasion, instrumentId]);
const measurementOf = ({ occasion, instrument }: ProtocolDocument['schedule'][number]) =>
  nameOf({ occasion, instrumentId: instrument.instrumentId });

function scheduleProblems({ instruments, schedule, retired, analysis }: ProtocolDocument): readonly FieldProblem[] {
  const listed = new Set(instruments.map(({ instrumentId, version }) => `${instrumentId} ${version}`));
  const planned = new Set(schedule.map(measurementOf));
  return [
    ...schedule.flatMap(({ instrument }, at) =>
      listed.has(`${instrument.instrumentId} ${instrument.version}`)
        ? []
        : [{ field: `schedule.${at}.instrument`, problem: 'is not among the instruments' }],
    ),
    ...retired.flatMap((one, at) =>
      planned.has(nameOf(one)) ? [{ field: `retired.${at}`, problem: 'is still on the schedule' }] : [],
    ),
    ...(planned.has(nameOf(analysis.primary))
      ? []
      : [{ field: 'analysis.primary', problem: 'is not on the schedule' }]),
  ];
}

/** A rule about an instrument that nobody answers would never find anything. */
function checkProblems({ checks, instruments }: ProtocolDocument): readonly FieldProblem[] {
  return checks.flatMap(({ check }, at) => {
    const named = 'instrumentId' in check ? check.instrumentId : undefined;
    const known = named === undefined || instruments.some(({ instrumentId }) => instrumentId === named);
    return known ? [] : [{ field: `checks.${at}.check.instrumentId`, problem: 'is not among the instruments' }];
  });
}

/** Rules that read otherwise than in the version before, under the same number: their earlier queries would belie them. */
export function rewrittenChecks(before: ProtocolDocument, next: ProtocolDocument): readonly FieldProblem[] {
  return next.checks.flatMap((rule, at) => {
    const earlier = before.checks.find(({ ruleId }) => ruleId === rule.ruleId);
    if (earlier === undefined || rule.version > earlier.version || sameContent(earlier, rule)) return [];
    return [{ field: `checks.${at}.version`, problem: 'must rise: the rule reads otherwise than before' }];
  });
}

/** Nobody is asked in a language there is no form in (GDPR Art. 7; ICH E6(R3) 2.8.1). */
function consentProblems({ sites, consents }: ProtocolDocument): readonly FieldProblem[] {
  const unknown = consents.flatMap(({ siteId }, at) =>
    siteId === undefined || sites.some((site) => site.siteId === siteId)
      ? []
      : [{ field: `consents.${at}.siteId`, problem: 'is not among the sites' }],
  );
  const missing = sites.flatMap(({ siteId, languages }, at) =>
    languages.flatMap((language, place) =>
      consents.some((form) => form.language === language && (form.siteId ?? siteId) === siteId)
        ? []
        : [{ field: `sites.${at}.languages.${place}`, problem: 'has no version of the consent form' }],
    ),
  );
  return [...unknown, ...missing];
}

/** What an amendment would leave in the air. */
export interface Orphans {
  /** Measurements that are gone, without a word about those who are owed them. */
  readonly measurements: readonly Measurement[];
  /** Arms that are gone; those who are in them would have no intervention. */
  readonly arms: readonly string[];
}

/** Measurements and arms of the version before that the next neither has nor retires. */
export function orphansOf(before: ProtocolDocument, next: ProtocolDocument): Orphans {
  const settled = new Set([...next.schedule.map(measurementOf), ...next.retired.map(nameOf)]);
  return {
    measurements: before.schedule
      .filter((scheduled) => !settled.has(measurementOf(scheduled)))
      .map(({ occasion, instrument }) => ({ occasion, instrumentId: instrument.instrumentId })),
    arms: before.arms.map(({ arm }) => arm).filter((arm) => !next.arms.some((other) => other.arm === arm)),
  };
}

/** Measurements that an amendment adds, moves or retires: those whose turn they are still to come are touched by it. */
export function changedMeasurements(before: ProtocolDocument, next: ProtocolDocument): readonly Measurement[] {
  const said = (protocol: ProtocolDocument) =>
    new Map(protocol.schedule.map((one): [string, string] => [measurementOf(one), JSON.stringify(one)]));
  const [earlier, later] = [said(before), said(next)];
  const names = new Set([...earlier.keys(), ...later.keys()]);
  const all = [...before.schedule, ...next.schedule];
  return [...names]
    .filter((name) => earlier.get(name) !== later.get(name))
    .flatMap((name) => {
      const one = all.find((scheduled) => measurementOf(scheduled) === name);
      return one === undefined ? [] : [{ occasion: one.occasion, instrumentId: one.instrument.instrumentId }];
    });
}
