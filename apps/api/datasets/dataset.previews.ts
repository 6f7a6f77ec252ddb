import { Inject, Injectable } from '@nestjs/common';
import { type DatasetPreview, type DatasetSpecification, parseDataset, previewDataset } from '#datasets';
import { type Database, DATABASE, Engine } from '#platform';
import { previewSources } from '#processes';
import { EVERYTHING } from '#read-models';
import { BadInput } from '../graphql/errors/bad-input.error.ts';
import { Turns } from '../snapshots/turns.ts';

/** ms of work on one preview. Whatever takes longer is told by the release itself. */
const PATIENCE = 10_000;

/** Says what data sets would come to while they are being specified, one at a time: it is more work than other questions. */
@Injectable()
export class DatasetPreviews {
  readonly #turns = new Turns(1);

  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(Engine) private readonly engine: Engine,
  ) {}

  /** @throws BadInput naming every field of the specification that does not fit, and for a study too large to be tried */
  async preview(specification: DatasetSpecification, logIndex: number, isPast: boolean): Promise<DatasetPreview> {
    const { studyId } = specification;
    const release = await this.#turns.take();
    try {
      const moment = isPast ? { studyId, asOf: logIndex } : {};
      const snapshot = await this.engine.readModels.openSnapshot({ scope: EVERYTHING, ...moment });
      const sources = previewSources({ engine: this.engine, pool: this.database.pool });
      const signal = AbortSignal.timeout(PATIENCE);
      const asked = { ...specification, index: snapshot.logIndex };
      return await previewDataset({ specification: asked, snapshot, sources, signal })
        .catch(asTooLarge(signal))
        .finally(() => snapshot.close());
    } finally {
      release();
    }
  }
}

function asTooLarge(signal: AbortSignal) {
  return (error: unknown): never => {
    if (!signal.aborted) throw error;
    const problem = `takes longer than ${PATIENCE / 1_000} s to be tried; ask for the release, which says what it comes to`;
    throw new BadInput([{ field: 'specification.tables', problem }]);
  };
}

/** The specification of a study as it was sent. @throws BadInput naming every field that does not fit */
export function readSpecification(input: unknown, studyId: string): DatasetSpecification {
  const parsed = parseDataset(input);
  if (!parsed.ok)
    throw new BadInput(
      parsed.errors.map(({ path, message }) => ({ field: `specification.${path}`, problem: message })),
    );
  if (parsed.specification.studyId !== studyId)
    throw new BadInput([{ field: 'specification.studyId', problem: 'is another study than the one asked about' }]);
  return parsed.specification;
}
