import { TEXT } from './value-kind';
import { at, type ValueTable } from './value-table';

/**
 * A container image.
 */
export interface StackImage {
  /**
   * Host of the registry. `global.imageRegistry` wins over it.
   *
   * @default - set by the chart
   */
  readonly registry?: string;

  /**
   * Name of the image in the registry.
   *
   * @default - set by the chart
   */
  readonly repository?: string;

  /**
   * Tag of the image.
   *
   * @default - set by the chart
   */
  readonly tag?: string;

  /**
   * SHA-256 digest of the image, without `sha256:`.
   *
   * @default - none: the tag decides
   */
  readonly sha?: string;
}

/** Values below `image`. */
export const IMAGE: ValueTable<StackImage> = {
  registry: at('registry', TEXT),
  repository: at('repository', TEXT),
  tag: at('tag', TEXT),
  sha: at('sha', TEXT),
};
