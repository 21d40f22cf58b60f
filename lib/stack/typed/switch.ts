import { FLAG } from './value-kind';
import { at, type ValueTable } from './value-table';

/**
 * A part of the chart that is on or off.
 */
export interface StackSwitch {
  /**
   * Whether it is on.
   *
   * @default - set by the chart
   */
  readonly enabled?: boolean;
}

/** A switch. */
export const SWITCH: ValueTable<StackSwitch> = { enabled: at('enabled', FLAG) };
