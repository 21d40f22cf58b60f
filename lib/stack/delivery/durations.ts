import { Duration } from 'cdk8s';
import { goDuration } from '../../private/go-duration';
import type { Problems } from '../../private/problems';

/** A duration as Flux and the helm-controller of k3s read it; what is none, or not above zero, is reported. */
export function positiveDuration(
  problems: Problems,
  field: string,
  given: Duration | undefined,
  otherwise: Duration,
): string {
  const duration = given ?? otherwise;
  if (typeof duration?.toMilliseconds !== 'function') {
    problems.add(field, `${JSON.stringify(duration)} is no Duration.`, `${field}: Duration.minutes(30)`);
    return '';
  }
  const milliseconds = duration.toMilliseconds({ integral: false });
  if (milliseconds < 1) {
    problems.add(field, 'is not above zero.', `${field}: Duration.minutes(30)`);
    return '';
  }
  return goDuration(Duration.millis(Math.round(milliseconds)));
}
