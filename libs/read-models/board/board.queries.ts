export { RecruitmentOfStudy } from './recruitment.query.ts';
export { HomeworkHeatMap, type HomeworkMeasure } from './heat-map.query.ts';
export { MissingData } from './missing-data.query.ts';
export { ExploreHomework } from './homework-explorer.query.ts';
export { HOMEWORK_ASPECTS, type HomeworkAspect } from './homework.aspects.ts';
export { DataQuality } from './data-quality.query.ts';
export { BoardCases, type BoardPlace, type QualityConcern } from './board-cases.query.ts';
export { OutcomeCourse } from './outcome-course.query.ts';
