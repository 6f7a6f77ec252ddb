import { type Column, encode, SUPPRESSED, type Table, tableOf } from '#deidentification';
import type { DatasetSpecification, Feature } from '../contract/dataset.format.ts';
import { featuresOf } from '../specification/dataset.checks.ts';
import { sha256 } from '../canonical.json.ts';

/** A cell as a reader of the CSV file has it. */
export type TextCell = string | null;

/** Who a row is of, by place in the table of people. */
type Place = number;

/** The name of a column in the table of people. */
export const flatName = (table: string, column: string): string => `${table}.${column}`;

/**
 * One row a person: what the rows of many tables tell of each, as somebody who holds the files can put it together. Fed with
 * rows before they are written, and again with the bytes of the files. Rows of one person come in the order of the file.
 */
export class PersonFlattening {
  readonly #cells = new Map<string, TextCell[]>();
  readonly #attended: number[];
  readonly #lastAttended: TextCell[];
  readonly #patterns: string[];
  readonly #therapists: TextCell[];
  readonly #completed: boolean[];
  readonly #withheld: boolean[];
  readonly #courses: string[];
  readonly #tables = new Map<string, readonly Role[]>();

  constructor(
    private readonly specification: DatasetSpecification,
    readonly people: number,
  ) {
    const all = <Value>(value: Value): Value[] => Array.from({ length: people }, () => value);
    this.#attended = all(0);
    this.#lastAttended = all<TextCell>(null);
    this.#patterns = all('');
    this.#therapists = all<TextCell>(null);
    this.#completed = all(false);
    this.#withheld = all(false);
    this.#courses = all('');
    for (const [table, { columns }] of Object.entries(specification.tables))
      for (const [column, { role }] of Object.entries(columns))
        if (role === 'quasi' || role === 'sensitive') this.#cells.set(flatName(table, column), all<TextCell>(null));
  }

  /** Names the columns whose cells follow. */
  begin(table: string, columns: readonly string[]): void {
    const rules = this.specification.tables[table]?.columns ?? {};
    this.#tables.set(
      table,
      columns.map((column) => {
        const role = rules[column]?.role;
        return { column, cells: role === 'quasi' || role === 'sensitive' ? flatName(table, column) : null };
      }),
    );
  }

  take(table: string, place: Place, cells: readonly TextCell[]): void {
    const roles = this.#tables.get(table) ?? [];
    let [attended, state, day]: [TextCell, TextCell, TextCell] = [null, null, null];
    roles.forEach(({ column, cells: flat }, index) => {
      const cell = cells[index] ?? null;
      // The last value that is there stands for the person.
      if (flat !== null && cell !== null) {
        const values = this.#cells.get(flat);
        if (values !== undefined) values[place] = cell;
      }
      if (column === 'therapist_pid' && cell !== null) this.#therapists[place] = cell;
      if (table === 'participants') this.#takeParticipant(place, column, cell);
      if (column === 'attended') attended = cell;
      if (column === 'state') state = cell;
      if (column === 'day') day = cell;
    });
    if (table !== 'sessions') return;
    this.#courses[place] = sha256(`${this.#courses[place] ?? ''}/${JSON.stringify([attended, state, day])}`);
    this.#takeSession(place, attended === 'true' || (attended === null && state === 'held'), day);
  }

  #takeParticipant(place: Place, column: string, cell: TextCell): void {
    if (column === 'status') this.#completed[place] = cell === 'completed';
    if (column === 'course_withheld') this.#withheld[place] = cell === 'true';
  }

  #takeSession(place: Place, attended: boolean, day: TextCell): void {
    this.#patterns[place] = `${this.#patterns[place] ?? ''}${attended ? '1' : '0'}`;
    if (!attended) return;
    this.#attended[place] = (this.#attended[place] ?? 0) + 1;
    if (day !== null) this.#lastAttended[place] = day;
  }

  /** Values of a quasi-identifier or sensitive column by person. */
  column(name: string): Column {
    return encode(name, this.#cells.get(name) ?? []);
  }

  /** The courses that leave, as one value a person; empty for people without one. */
  get courses(): readonly string[] {
    return this.#courses;
  }

  get withheld(): readonly boolean[] {
    return this.#withheld;
  }

  /** What may be known of a course, by person. Of a course that is withheld nothing is. */
  feature(feature: Feature): Column {
    const places = Array.from({ length: this.people }, (_, place) => place);
    return encode(
      feature,
      places.map((place) => {
        if (feature === 'therapist') return this.#therapists[place] ?? null;
        return this.#withheld[place] === true ? SUPPRESSED : this.#featureOf(feature, place);
      }),
    );
  }

  #featureOf(feature: Exclude<Feature, 'therapist'>, place: Place): TextCell {
    switch (feature) {
      case 'sessions_attended':
        return String(this.#attended[place] ?? 0);
      case 'drop_out_week':
        return this.#completed[place] === true ? null : (this.#lastAttended[place] ?? '0');
      case 'attendance':
        return this.#patterns[place] ?? '';
    }
  }

  /** Quasi-identifiers and features, then sensitive columns. */
  table(): Table {
    return tableOf([
      ...[...this.#cells.keys()].map((name) => this.column(name)),
      ...featuresOf(this.specification).map((feature) => this.feature(feature)),
    ]);
  }
}

interface Role {
  readonly column: string;
  /** In the table of people; null where it is not counted. */
  readonly cells: string | null;
}
