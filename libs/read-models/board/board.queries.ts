export { RecruitmentOfStudy } from './recruitment.query.ts';
export { HomeworkHeatMap, type HomeworkMeasure } from './heat-map.query.ts';
export { MissingData } from './missing-data.query.ts';
export { ExploreHomework, type HomeworkAspect } from './homework-explorer.query.ts';
export { DataQuality } from './data-quality.query.ts';
