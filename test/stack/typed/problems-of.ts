import { Testing } from 'cdk8s';
import { guardValues } from '../../../lib/stack/guard/guard';
import { StackRelease } from '../../../lib/stack/stack-release';
import type { StackReleaseProps } from '../../../lib/stack/stack-release-props';

/** The fields that a release with these props has problems with. */
export function problemsOf(props: StackReleaseProps): string[] {
  try {
    valuesOf(props);
    return [];
  } catch (error) {
    return [...(error as Error).message.matchAll(/^ {2}(\S+): /gm)].map(([, field]) => field);
  }
}

/** The values that a release with these props is warned of, by their paths in the chart. */
export function warningsOf(props: StackReleaseProps): string[] {
  const release = { release: 'kps', namespace: 'monitoring', chart: '88.5.3', chartAssumed: false };
  return guardValues({ ...release, values: valuesOf(props), partial: false, argo: false })
    .filter(({ level }) => level === 'warning')
    .map(({ path }) => path);
}

/** The values of a release with these props. */
export function valuesOf(props: StackReleaseProps): any {
  return new StackRelease(Testing.chart(), 'kps', { namespace: 'monitoring', ...props }).toHelmValues();
}
