import { Testing } from 'cdk8s';
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

/** The values of a release with these props. */
export function valuesOf(props: StackReleaseProps): any {
  return new StackRelease(Testing.chart(), 'kps', { namespace: 'monitoring', ...props }).toHelmValues();
}
