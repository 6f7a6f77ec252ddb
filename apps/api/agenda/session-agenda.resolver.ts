import { QueryBus } from '@nestjs/cqrs';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { type AgendaHomework, type AgendaItem, DrawUpAgenda } from '#read-models';
import { Allow } from '../access/allow.decorator.ts';
import { requiredContent } from '../content/sealed-content.ts';
import { ReadArgs } from '../snapshots/read.args.ts';
import { Root, type RootSnapshot } from '../snapshots/root.decorator.ts';
import { type AgendaHomeworkModel, type AgendaItemModel, SessionAgendaModel } from './session-agenda.model.ts';

/** The agenda of the next session. */
@Resolver()
export class SessionAgendaResolver {
  constructor(private readonly queries: QueryBus) {}

  @Query(() => SessionAgendaModel, {
    complexity: 100,
    description: 'The next session’s agenda, from what was tried, skipped and why.',
  })
  @Allow('assignment:read')
  async sessionAgenda(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args('participantId', { type: () => ID }) participantId: string,
    @Args() read: ReadArgs,
    @Root() root: RootSnapshot,
  ): Promise<SessionAgendaModel> {
    const snapshot = await root.open(read, studyId);
    const found = await this.queries.execute(new DrawUpAgenda(snapshot, studyId, participantId));
    return { ...found, items: found.items.map(shown), logIndex: snapshot.logIndex };
  }
}

function shown({ kind, homework, goal }: AgendaItem): AgendaItemModel {
  return {
    kind,
    homework: homework === null ? null : shownHomework(homework),
    goal: goal === null ? null : { ...goal, statement: requiredContent(goal.statement) },
  };
}

function shownHomework({ visibility, title, ...told }: AgendaHomework): AgendaHomeworkModel {
  return { ...told, title: requiredContent(title, { visibility }) };
}
