/**
 * A port that has a name: one object from the container through the Service to the monitor, so that there is nothing to
 * keep in step.
 */
export interface NamedPort {
  /** Name of the port. */
  readonly name: string;
  /** Number at which the container listens. */
  readonly number: number;
  /** True if another container than that of the app declares it already: an exporter beside the app. */
  readonly declaredBeside?: boolean;
}
