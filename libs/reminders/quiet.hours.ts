/** Hours in which nothing goes out, `HH:MM`; over midnight where `to` is not after `from`. */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
}

/** Whether a time of day, `HH:MM`, is quiet. Equal ends mean no quiet hours at all. */
export function isQuiet({ from, to }: QuietHours, clock: string): boolean {
  if (from === to) return false;
  return from < to ? from <= clock && clock < to : clock >= from || clock < to;
}
