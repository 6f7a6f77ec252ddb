import { BoardCasesHandler } from './board-cases.query.ts';
import { DataQualityHandler } from './data-quality.query.ts';
import { HomeworkHeatMapHandler } from './heat-map.query.ts';
import { ExploreHomeworkHandler } from './homework-explorer.query.ts';
import { MissingDataHandler } from './missing-data.query.ts';
import { OutcomeCourseHandler } from './outcome-course.query.ts';
import { RecruitmentOfStudyHandler } from './recruitment.query.ts';

/** Queries of the study board. */
export const boardHandlers = [
  RecruitmentOfStudyHandler,
  HomeworkHeatMapHandler,
  MissingDataHandler,
  ExploreHomeworkHandler,
  DataQualityHandler,
  BoardCasesHandler,
  OutcomeCourseHandler,
] as const;
