import { NEWEST_CHART } from '../../../lib/stack/facts/chart-versions';
import { type Release, releaseOf } from '../../../lib/stack/facts/release';
import { ValueReader } from '../../../lib/stack/facts/value-reader';

/** The facts of a release with some values. */
export function release(values: any = {}, name = 'kps', namespace = 'monitoring'): Release {
  const subject = { release: name, namespace };
  return releaseOf(subject, NEWEST_CHART, new ValueReader(subject, values));
}
