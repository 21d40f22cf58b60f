import { choice, choices, FLAG, MAPS, TEXT_MAP } from '../value-kind';
import { at, type ValueTable } from '../value-table';
import { StackAutoscaledResource, StackAutoscaledValues, StackVpaUpdateMode } from './vertical-pod-autoscaler-modes';

/**
 * A VerticalPodAutoscaler for the Prometheus pods.
 */
export interface StackVerticalPodAutoscaler {
  /**
   * Whether the chart creates it.
   *
   * @default false
   */
  readonly enabled?: boolean;

  /**
   * The recommender, as a list with one map that has a `name`.
   *
   * @default - the default recommender
   */
  readonly recommenders?: { [key: string]: any }[];

  /**
   * Resources that it controls.
   *
   * @default - CPU and memory
   */
  readonly controlledResources?: StackAutoscaledResource[];

  /**
   * Whether it sets limits too.
   *
   * @default StackAutoscaledValues.REQUESTS_AND_LIMITS
   */
  readonly controlledValues?: StackAutoscaledValues;

  /**
   * Most that it sets, for example `{ cpu: '2', memory: '8Gi' }`.
   *
   * @default - no limit
   */
  readonly maxAllowed?: { [key: string]: string };

  /**
   * Least that it sets.
   *
   * @default - no limit
   */
  readonly minAllowed?: { [key: string]: string };

  /**
   * When it applies what it recommends (`updatePolicy.updateMode`).
   *
   * @default StackVpaUpdateMode.RECREATE
   */
  readonly updateMode?: StackVpaUpdateMode;
}

/** Values below `verticalPodAutoscaler`. */
export const VERTICAL_POD_AUTOSCALER: ValueTable<StackVerticalPodAutoscaler> = {
  enabled: at('enabled', FLAG),
  recommenders: at('recommenders', MAPS),
  controlledResources: at(
    'controlledResources',
    choices(() => StackAutoscaledResource),
  ),
  controlledValues: at(
    'controlledValues',
    choice(() => StackAutoscaledValues),
  ),
  maxAllowed: at('maxAllowed', TEXT_MAP),
  minAllowed: at('minAllowed', TEXT_MAP),
  updateMode: at(
    'updatePolicy.updateMode',
    choice(() => StackVpaUpdateMode),
  ),
};
