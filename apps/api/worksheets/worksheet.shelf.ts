import { decode, effective, type Fact } from '#domain';
import { type EventStore, streamName } from '#event-store';
import { parseWorksheet, type Worksheet } from '#worksheets';

/** Every version of a worksheet that answers can be bound to: the library’s, and those that studies put into use. */
export class WorksheetShelf {
  readonly #builtIn: ReadonlyMap<string, Worksheet>;

  constructor(
    readonly library: readonly Worksheet[],
    private readonly store: Pick<EventStore, 'readStream'>,
  ) {
    this.#builtIn = new Map(library.map((worksheet) => [worksheet.id, worksheet]));
  }

  /** Whether the library has a worksheet of this name, so that no study’s own is taken for it. */
  isBuiltIn(templateId: string): boolean {
    return this.#builtIn.has(templateId);
  }

  /**
   * That version, superseded or retired as it may be; nothing where the study never put it into use.
   * @param studyId whose own worksheets count beside the library’s
   */
  async find(templateId: string, version: number, studyId: string | undefined): Promise<Worksheet | undefined> {
    const builtIn = this.#builtIn.get(templateId);
    if (builtIn !== undefined) return builtIn.version === version ? builtIn : undefined;
    const facts: Fact[] = [];
    for await (const stored of this.store.readStream(streamName(`template-${templateId}`))) facts.push(decode(stored));
    return facts.some(({ metadata }) => metadata.studyId !== studyId) ? undefined : publishedIn(facts, version);
  }
}

function publishedIn(facts: readonly Fact[], version: number): Worksheet | undefined {
  let draft: unknown;
  for (const fact of effective<Fact>(facts)) {
    if (fact.type === 'TemplateDrafted') draft = fact.data.content;
    if (fact.type !== 'TemplatePublished' || fact.data.version !== version) continue;
    const parsed = parseWorksheet(draft);
    // The version that counts is the one it was put into use as.
    return parsed.ok ? { ...parsed.worksheet, version } : undefined;
  }
  return undefined;
}
