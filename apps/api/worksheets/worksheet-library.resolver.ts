import { QueryBus } from '@nestjs/cqrs';
import { Args, Context, ID, Query, Resolver } from '@nestjs/graphql';
import { ParticipantsById, ReadWorksheetExperience } from '#read-models';
import { suggestWorksheets, type Worksheet, WorksheetIndex } from '#worksheets';
import { Allow } from '../access/allow.decorator.ts';
import { Caller } from '../access/caller.decorator.ts';
import type { Principal } from '../access/principal.ts';
import type { GraphqlContext } from '../graphql/graphql.context.ts';
import { ReadArgs } from '../snapshots/read.args.ts';
import { Root, type RootSnapshot } from '../snapshots/root.decorator.ts';
import { FoundWorksheetModel, WorksheetSuggestionsModel } from './library-worksheet.model.ts';
import { told, toldSuggestion } from './library-worksheets.ts';
import { StudyWorksheets } from './study-worksheets.ts';
import { SuggestionSwitch } from './suggestion.switch.ts';
import { searchOf, WorksheetSearchInput } from './worksheet-search.input.ts';
import { WorksheetShelf } from './worksheet.shelf.ts';

/** The library of worksheets, and what of it may suit somebody. */
@Resolver()
export class WorksheetLibraryResolver {
  constructor(
    private readonly queries: QueryBus,
    private readonly shelf: WorksheetShelf,
    private readonly own: StudyWorksheets,
    private readonly suggesting: SuggestionSwitch,
  ) {}

  @Query(() => [FoundWorksheetModel], {
    complexity: 400,
    description: 'Worksheets of the library and of the study, searched and filtered; nearest first.',
  })
  @Allow('template:read')
  async worksheetLibrary(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args('search', { type: () => WorksheetSearchInput, nullable: true }) search: WorksheetSearchInput | null,
    @Args('language', { type: () => String, defaultValue: 'en' }) language: string,
    @Args() read: ReadArgs,
    @Root() root: RootSnapshot,
  ): Promise<FoundWorksheetModel[]> {
    const own = await this.own.inUse(await root.open(read, studyId), studyId);
    const telling = { language, ofStudy: (worksheet: Worksheet) => own.includes(worksheet) };
    const found = new WorksheetIndex([...this.shelf.library, ...own]).find(searchOf(search));
    return found.map(({ worksheet, score, matched }) => ({ worksheet: told(worksheet, telling), score, matched }));
  }

  @Query(() => WorksheetSuggestionsModel, {
    complexity: 400,
    description:
      'Suggestions for one participant, with their reasons. Off where the protocol keeps them from the participant’s arm, and, where arms differ in them, for everybody who may not know an arm.',
  })
  @Allow('template:read')
  async worksheetSuggestions(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args('participantId', { type: () => ID }) participantId: string,
    @Args('needs', { type: () => [String], defaultValue: [] }) needs: string[],
    @Args('language', { type: () => String, defaultValue: 'en' }) language: string,
    @Args() read: ReadArgs,
    @Root() root: RootSnapshot,
    @Caller() caller: Principal,
    @Context() { notes }: GraphqlContext,
  ): Promise<WorksheetSuggestionsModel> {
    const snapshot = await root.open(read, studyId);
    const { logIndex } = snapshot;
    // Who is out of reach is answered like who does not exist: nothing is suggested to nobody.
    const people = await this.queries.execute(new ParticipantsById(snapshot, [participantId]));
    const there = people.get(participantId)?.studyId === studyId;
    const asking = { snapshot, caller, notes };
    if (!there || !(await this.suggesting.isOn(studyId, participantId, asking)))
      return { on: false, suggestions: [], logIndex };
    const own = await this.own.inUse(snapshot, studyId);
    const all = [...this.shelf.library, ...own];
    const experience = await this.queries.execute(new ReadWorksheetExperience(snapshot, studyId, participantId));
    const telling = { language, ofStudy: (worksheet: Worksheet) => own.includes(worksheet) };
    const titles = new Map(all.map((worksheet) => [worksheet.id, told(worksheet, telling).title]));
    const suggestions = suggestWorksheets(all, experience, needs)
      .slice(0, MOST)
      .map((each) => toldSuggestion(each, telling, (id) => titles.get(id) ?? id));
    return { on: true, suggestions, logIndex };
  }
}

/** More than these nobody reads. */
const MOST = 12;
