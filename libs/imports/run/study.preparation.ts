import type { Actor, Fact } from '#domain';
import { effective } from '#domain';
import { canonicalJson } from '../attempts/canonical-json.ts';
import type { ImportMapping } from '../mapping/mapping.schema.ts';
import type { ImportIds } from './import.ids.ts';
import type { ImportPorts } from './import.ports.ts';

/** The study is not as the mapping expects, so nothing was imported. */
export class StudyUnsuitable extends Error {
  override readonly name = 'StudyUnsuitable';
}

/** An adherence definition to publish, already checked. */
export interface DefinitionToPublish {
  readonly id: string;
  readonly version: number;
  readonly content: Readonly<Record<string, unknown>>;
}

export interface StudyPlan {
  readonly study: ImportMapping['study'];
  readonly definitions: readonly DefinitionToPublish[];
  readonly ids: ImportIds;
  readonly actor: Actor;
  readonly ports: ImportPorts;
  readonly dryRun: boolean;
}

interface Step {
  readonly sentence: string;
  readonly commandId: string;
  readonly command: { readonly type: string } & Readonly<Record<string, unknown>>;
}

export interface PreparedStudy {
  /** What was done, or would be, as sentences. */
  readonly sentences: readonly string[];
  readonly events: number;
}

/** Registers the study, opens the site and publishes the definitions, as far as that is still to do. @throws StudyUnsuitable */
export async function prepareStudy(plan: StudyPlan): Promise<PreparedStudy> {
  const standing = effective<Fact>(await plan.ports.history('study', plan.study.id));
  const steps = [...registration(plan, standing), ...site(plan, standing), ...publications(plan, standing)];
  let events = 0;
  for (const { commandId, command } of plan.dryRun ? [] : steps) {
    const context = { commandId, actor: plan.actor, source: 'import' } as const;
    const execution = await plan.ports.execute('study', command, context);
    if (execution.outcome === 'refused') {
      throw new StudyUnsuitable(`${command.type} was refused for study ${plan.study.id}: ${execution.sentence}`);
    }
    events += execution.events;
  }
  return { sentences: steps.map(({ sentence }) => sentence), events };
}

function registration({ study, ids }: StudyPlan, standing: readonly Fact[]): Step[] {
  const registered = standing.find((fact) => fact.type === 'StudyRegistered');
  if (registered?.type === 'StudyRegistered') {
    if (registered.data.timeZone === study.timeZone) return [];
    throw new StudyUnsuitable(
      `study.timeZone: the study ${study.id} counts days in ${registered.data.timeZone}, and the mapping says ${study.timeZone}`,
    );
  }
  if (study.whenMissing === 'refuse') {
    throw new StudyUnsuitable(`study.id: there is no study ${study.id} (whenMissing: "register" would register it)`);
  }
  const { id: studyId, title, timeZone } = study;
  return [
    {
      sentence: `registered the study ${studyId}`,
      commandId: ids.studyCommand('RegisterStudy'),
      command: { type: 'RegisterStudy', studyId, title, timeZone },
    },
  ];
}

function site({ study, ids }: StudyPlan, standing: readonly Fact[]): Step[] {
  const { site: wanted, id: studyId } = study;
  if (wanted === undefined) return [];
  const open = standing.some((fact) => fact.type === 'SiteOpened' && fact.data.siteId === wanted.id);
  if (open) return [];
  const { id: siteId, name, timeZone } = wanted;
  return [
    {
      sentence: `opened the site ${siteId}`,
      commandId: ids.studyCommand('OpenSite', siteId),
      command: { type: 'OpenSite', studyId, siteId, name, timeZone },
    },
  ];
}

function publications({ study, definitions, ids }: StudyPlan, standing: readonly Fact[]): Step[] {
  return definitions.flatMap(({ id, version, content }) => {
    const published = standing.find(
      (fact) =>
        fact.type === 'AdherenceDefinitionPublished' && fact.data.definitionId === id && fact.data.version === version,
    );
    if (published?.type === 'AdherenceDefinitionPublished') {
      if (canonicalJson(published.data.definition) === canonicalJson(content)) return [];
      throw new StudyUnsuitable(
        `definitions: ${id} version ${version} is published in the study ${study.id} with other content; raise the version`,
      );
    }
    return [
      {
        sentence: `published the adherence definition ${id} version ${version}`,
        commandId: ids.studyCommand('PublishAdherenceDefinition', id, String(version)),
        command: {
          type: 'PublishAdherenceDefinition',
          studyId: study.id,
          definitionId: id,
          version,
          definition: content,
        },
      },
    ];
  });
}
