import { defineWorksheet } from '../format/worksheet.parser.ts';
import type { Worksheet } from '../format/worksheet.schema.ts';
import { activitySchedule } from './activity-schedule.ts';
import { afterAHardEvent } from './after-a-hard-event.ts';
import { askingForWhatINeed } from './asking-for-what-i-need.ts';
import { behaviouralExperiment } from './behavioural-experiment.ts';
import { bodyScan } from './body-scan.ts';
import { drawTheFeeling } from './draw-the-feeling.ts';
import { exposureLadder } from './exposure-ladder.ts';
import { fiveColumnThoughtRecord } from './five-column-thought-record.ts';
import { goodAboutMeLog } from './good-about-me-log.ts';
import { gratitudeLog } from './gratitude-log.ts';
import { groundingSenses } from './grounding-senses.ts';
import { homeworkReview } from './homework-review.ts';
import { imageryRescriptingLog } from './imagery-rescripting-log.ts';
import { journalPrompts } from './journal-prompts.ts';
import { kindLetter } from './kind-letter.ts';
import { makeSomething } from './make-something.ts';
import { midwayReview } from './midway-review.ts';
import { mindfulActivity } from './mindful-activity.ts';
import { moodDiary } from './mood-diary.ts';
import { muscleRelaxation } from './muscle-relaxation.ts';
import { myOwnHomework } from './my-own-homework.ts';
import { patternReflection } from './pattern-reflection.ts';
import { problemSolving } from './problem-solving.ts';
import { readingNotes } from './reading-notes.ts';
import { relapsePlan } from './relapse-plan.ts';
import { relationshipLog } from './relationship-log.ts';
import { safePlace } from './safe-place.ts';
import { sessionReview } from './session-review.ts';
import { sevenColumnThoughtRecord } from './seven-column-thought-record.ts';
import { sleepDiary } from './sleep-diary.ts';
import { slowBreathing } from './slow-breathing.ts';
import { smallPleasures } from './small-pleasures.ts';
import { strengthsList } from './strengths-list.ts';
import { thinkingTraps } from './thinking-traps.ts';
import { unsentLetter } from './unsent-letter.ts';
import { valuesCompass } from './values-compass.ts';
import { worryTime } from './worry-time.ts';

/** The homework library that comes with the platform, by id, in the order of a workbook. English and Swedish; not clinically reviewed. */
export const builtInWorksheets: ReadonlyMap<string, Worksheet> = new Map(
  [
    fiveColumnThoughtRecord,
    sevenColumnThoughtRecord,
    thinkingTraps,
    behaviouralExperiment,
    activitySchedule,
    smallPleasures,
    exposureLadder,
    worryTime,
    problemSolving,
    relapsePlan,
    moodDiary,
    sleepDiary,
    slowBreathing,
    bodyScan,
    muscleRelaxation,
    groundingSenses,
    mindfulActivity,
    journalPrompts,
    valuesCompass,
    gratitudeLog,
    strengthsList,
    goodAboutMeLog,
    afterAHardEvent,
    drawTheFeeling,
    safePlace,
    makeSomething,
    relationshipLog,
    patternReflection,
    askingForWhatINeed,
    imageryRescriptingLog,
    unsentLetter,
    kindLetter,
    myOwnHomework,
    readingNotes,
    homeworkReview,
    sessionReview,
    midwayReview,
  ].map((input) => {
    const worksheet = defineWorksheet(input);
    return [worksheet.id, worksheet];
  }),
);
