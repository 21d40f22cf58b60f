import { TEXT_MAP } from './value-kind';
import { at, type ValueTable } from './value-table';

/**
 * Labels and annotations that pods get.
 */
export interface StackPodMetadata {
  /**
   * Labels.
   *
   * @default - none
   */
  readonly labels?: { [key: string]: string };

  /**
   * Annotations.
   *
   * @default - none
   */
  readonly annotations?: { [key: string]: string };
}

/** Values below `podMetadata`. */
export const POD_METADATA: ValueTable<StackPodMetadata> = {
  labels: at('labels', TEXT_MAP),
  annotations: at('annotations', TEXT_MAP),
};
