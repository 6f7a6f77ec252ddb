import type { CellValue } from '#worksheets/filling';

/** How a control is named and what is in it. */
export interface ControlProps<Value = CellValue> {
  readonly id: string;
  /** Ids of what describes it, such as the hint. */
  readonly describedBy: string | undefined;
  /** Id of the question above it. */
  readonly labelledBy: string;
  readonly value: Value | undefined;
  readonly onChange: (value: Value | undefined) => void;
  /** A tap that answers the question for good, so that the next one may come. */
  readonly onSettled?: (() => void) | undefined;
}
