import { DRY_RUN_CODE } from '#domain';
import type { Table } from '../storage/table.ts';
import { InvalidRead } from '../snapshot/read.error.ts';
import type { Reach, ReadRight, ReadSubject, Scope } from './scope.ts';
import { ARM_KEY, CATEGORY_SUBJECTS, TABLE_ACCESS, type TableAccess, TYPE_SUBJECTS } from './table.access.ts';

/** A statement that sees nothing but what a scope leaves of the tables it names. */
export interface ScopedStatement {
  readonly text: string;
  readonly parameters: readonly unknown[];
}

type Parameter = (value: unknown) => string;

/**
 * Cuts every table down to a scope before a statement sees it: each is given, under its own name, as a view of the rows
 * and columns that the reader has a right to. A table without a line in `TABLE_ACCESS` is left out, so it does not exist.
 */
export class ScopedTables {
  /** @param schema of the generation, where the tables lie */
  constructor(
    private readonly rights: readonly ReadRight[],
    private readonly schema: string,
    private readonly tables: ReadonlyMap<string, Table<object>>,
  ) {}

  /**
   * @param computing the subject of an answer that is computed from facts: whoever may read the answer has the facts it
   * needs looked at, which are no history to them
   * @throws Error for a statement that reaches for tables by another way than their plain names
   */
  statement(text: string, parameters: readonly unknown[], computing?: ReadSubject): ScopedStatement {
    if (!/^\s*SELECT\b/i.test(text) || /"?\b(public|read_models_\d+|pg_catalog)\b"?\s*\./i.test(text)) {
      throw new Error('a statement of a snapshot selects from its tables by their plain names');
    }
    const given = [...parameters];
    const parameter: Parameter = (value) => `$${given.push(value)}`;
    const named = [...this.tables.keys()].filter((name) => text.includes(name));
    const views = named.flatMap((name) => {
      const body = this.#view(name, parameter, computing);
      return body === undefined ? [] : [`"${name}" AS NOT MATERIALIZED (${body})`];
    });
    return { text: views.length === 0 ? text : `WITH ${views.join(', ')} ${text}`, parameters: given };
  }

  #view(name: string, parameter: Parameter, computing: ReadSubject | undefined): string | undefined {
    const from = `${this.schema}."${name}"`;
    if (name === 'facts') return `SELECT f.* FROM ${from} f WHERE ${this.#facts(parameter, computing)}`;
    if (name === 'fact_people') {
      const access = { subject: 'history', study: this.#studyOfPerson, person: 'f.participant_id' } as const;
      return `SELECT f.* FROM ${from} f WHERE ${this.#where(computing ?? 'history', access, parameter)}`;
    }
    const access = TABLE_ACCESS[name];
    const table = this.tables.get(name);
    if (access === undefined || table === undefined) return undefined;
    const where = this.#where(access.subject, access, parameter) + this.#untelling(access, parameter);
    return `SELECT ${this.#columns(table, access, parameter)} FROM ${from} WHERE ${where}${this.#withoutRehearsal(access)}`;
  }

  /** Leaves out rows that would tell what the reader may not know. */
  #untelling({ telling, ...access }: TableAccess, parameter: Parameter): string {
    if (telling === undefined) return '';
    return ` AND (${this.#where(telling.subject, access, parameter)} OR ${telling.open(this.schema)})`;
  }

  /** Made-up participants of a dry run are people of their study only while it runs. */
  #withoutRehearsal({ person, study }: TableAccess): string {
    if (person === undefined) return '';
    const rehearsing = `SELECT s.study_id FROM ${this.schema}."studies" s WHERE s.life = 'dry-run'`;
    return ` AND (${person} LIKE '%:${DRY_RUN_CODE}%' AND ${study} NOT IN (${rehearsing})) IS NOT TRUE`;
  }

  get #studyOfPerson(): string {
    return `(SELECT p.study_id FROM ${this.schema}."flow" p WHERE p.participant_id = f.participant_id LIMIT 1)`;
  }

  #columns(table: Table<object>, { subject, masks = {}, ...access }: TableAccess, parameter: Parameter): string {
    const readers = this.#reaches(subject);
    const columns = table.columns.map(({ name }) => {
      const mask = masks[name.slice(1, -1)];
      if (mask === undefined) return name;
      const knowing = this.#reaches(mask.subject);
      if (readers.every((reach) => knowing.includes(reach))) return name;
      if (knowing.length === 0) return `${mask.hidden} AS ${name}`;
      const knows = this.#anyOf(knowing, { ...access, subject }, parameter);
      return `CASE WHEN ${knows} THEN ${name} ELSE ${mask.hidden} END AS ${name}`;
    });
    return columns.join(', ');
  }

  #where(subject: ReadSubject, access: TableAccess, parameter: Parameter): string {
    return this.#anyOf(this.#reaches(subject), access, parameter);
  }

  #reaches(subject: ReadSubject): readonly Reach[] {
    return this.rights.filter(({ subjects }) => subjects.has(subject)).map(({ reach }) => reach);
  }

  #anyOf(reaches: readonly Reach[], access: TableAccess, parameter: Parameter): string {
    const clauses = [...new Set(reaches)].map((reach) => `(${this.#within(reach, access, parameter)})`);
    return clauses.length === 0 ? 'false' : `(${clauses.join(' OR ')})`;
  }

  #within(reach: Reach, access: TableAccess, parameter: Parameter): string {
    switch (reach.kind) {
      case 'server':
        return 'true';
      case 'study':
        return `${access.study} = ${parameter(reach.studyId)}`;
      case 'site':
        return this.#atSite(reach, access, parameter);
      case 'people': {
        if (access.person === undefined) return `${access.study} = ${parameter(reach.studyId)}`;
        return `${access.person} = ANY(${parameter(reach.participantIds)}::text[])`;
      }
      case 'records':
        return recordsClause(reach, access, parameter);
    }
  }

  #atSite({ studyId, siteId }: Extract<Reach, { kind: 'site' }>, access: TableAccess, parameter: Parameter): string {
    const study = parameter(studyId);
    if (access.person === undefined) {
      const site =
        access.site === undefined ? '' : ` AND (${access.site} IS NULL OR ${access.site} = ${parameter(siteId)})`;
      return `${access.study} = ${study}${site}`;
    }
    return `${access.person} IN (${this.#peopleOfSite(study, parameter(siteId))})`;
  }

  /** Everyone screened or enrolled there: rows that name no site of their own belong to their person’s. */
  #peopleOfSite(study: string, site: string): string {
    return `SELECT p.participant_id FROM ${this.schema}."flow" p WHERE p.study_id = ${study} AND p.site_id = ${site}`;
  }

  /** History: events about people all of whom are within reach, of records and types the reader has a right to. */
  #facts(parameter: Parameter, computing: ReadSubject | undefined): string {
    const clauses = this.rights
      .filter(({ subjects }) => subjects.has(computing ?? 'history'))
      .map(({ reach, subjects }) => {
        const kinds = computing === undefined ? ` AND ${this.#kinds(subjects, parameter)}` : '';
        return `(${this.#factsWithin(reach, parameter)}${kinds})`;
      });
    return clauses.length === 0 ? 'false' : `(${clauses.join(' OR ')})`;
  }

  #factsWithin(reach: Reach, parameter: Parameter): string {
    const about = (people: string): string => `cardinality(f.participant_ids) > 0 AND f.participant_ids <@ ${people}`;
    switch (reach.kind) {
      case 'server':
        return 'true';
      case 'study':
        return `f.study_id = ${parameter(reach.studyId)}`;
      case 'site':
        return about(`ARRAY(${this.#peopleOfSite(parameter(reach.studyId), parameter(reach.siteId))})::text[]`);
      case 'people':
        return about(`${parameter(reach.participantIds)}::text[]`);
      case 'records':
        return 'false';
    }
  }

  /** Records and types the reader has a right to; what corrects or voids an entry is told with the entry only. */
  #kinds(subjects: ReadonlySet<ReadSubject>, parameter: Parameter): string {
    const entitled = (map: Readonly<Record<string, ReadSubject>>, may: boolean): readonly string[] =>
      Object.entries(map).flatMap(([name, subject]) => (subjects.has(subject) === may ? [name] : []));
    const categories = parameter(entitled(CATEGORY_SUBJECTS, true));
    const withheld = parameter(entitled(TYPE_SUBJECTS, false));
    const told = (fact: string): string => {
      const arms = subjects.has('arm')
        ? ''
        : ` AND NOT (${fact}.type = 'BaselineRecorded' AND ${fact}.data ~* '${ARM_KEY}')`;
      return `${fact}.type <> ALL(${withheld}::text[])${arms}`;
    };
    return `split_part(f.stream, '-', 1) = ANY(${categories}::text[]) AND ${told('f')}
      AND (f.type <> ALL('{EntryCorrected,EntryVoided}'::text[]) OR EXISTS (SELECT 1 FROM ${this.schema}."facts" e
        WHERE e.stream = f.stream AND e.event_id = (f.data::json ->> 'entryId') AND ${told('e')}))`;
  }
}

function recordsClause(
  { studyId, records }: Extract<Reach, { kind: 'records' }>,
  access: TableAccess,
  parameter: Parameter,
): string {
  if (access.person === undefined) return `${access.study} = ${parameter(studyId)}`;
  const { assignment, session, attempt } = access;
  const clauses = [
    ...(assignment === undefined ? [] : [`${assignment} = ANY(${parameter(records.assignmentIds)}::text[])`]),
    ...(session === undefined ? [] : [`${session} = ANY(${parameter(records.sessionIds)}::text[])`]),
    ...(assignment === undefined || attempt === undefined
      ? []
      : [`${assignment} || '/' || ${attempt} = ANY(${parameter(records.attempts)}::text[])`]),
  ];
  // A sample may name whatever it likes: nothing of another study is in it.
  return clauses.length === 0 ? 'false' : `${access.study} = ${parameter(studyId)} AND (${clauses.join(' OR ')})`;
}

/** @returns nothing for a reader of everything @throws InvalidRead */
export function scopedTables(
  scope: Scope,
  schema: string,
  tables: ReadonlyMap<string, Table<object>>,
): ScopedTables | undefined {
  if (scope.kind === 'everything') return undefined;
  if (scope.rights.length > MOST_RIGHTS) throw new InvalidRead('scope', 'holds more rights than can be looked at');
  return new ScopedTables(scope.rights, schema, tables);
}

/** Far more than anybody holds; keeps statements below PostgreSQL’s 65,535 parameters. */
const MOST_RIGHTS = 500;
