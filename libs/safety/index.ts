/** Safety rules and duty rotas as data: when answers ask for somebody to look, and who that is. Pure. */
export { type DutyNow, dutyAt, type Escalation, escalationOf } from './duty.clock.ts';
export { DUTY_FORMAT, DutyRota, type DutyRotaInput, parseDutyRota } from './duty.rota.ts';
export type { DocumentError, ParsedDocument } from './document.parser.ts';
export { type RuleFinding, replayRule, ruleFinding, type WouldHaveRaised } from './rule.evaluation.ts';
export { gradeRank, parseSafetyRule, SAFETY_FORMAT, SafetyRule, type TakenMeasure } from './safety.rule.ts';
export { builtInSafetyRules, phq9ItemNine, symptomsWorse } from './safety.rules.ts';
