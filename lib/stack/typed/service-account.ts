import { FLAG, TEXT, TEXT_MAP } from './value-kind';
import { at, type ValueTable } from './value-table';

/**
 * A ServiceAccount of the chart.
 */
export interface StackServiceAccount {
  /**
   * Whether the chart creates it.
   *
   * @default true
   */
  readonly create?: boolean;

  /**
   * Its name.
   *
   * @default - derived from the release name; `default` when the chart does not create it
   */
  readonly name?: string;

  /**
   * Annotations, for example those of a cloud's workload identity.
   *
   * @default - none
   */
  readonly annotations?: { [key: string]: string };
}

/** Values below `serviceAccount`. */
export const SERVICE_ACCOUNT: ValueTable<StackServiceAccount> = {
  create: at('create', FLAG),
  name: at('name', TEXT),
  annotations: at('annotations', TEXT_MAP),
};
