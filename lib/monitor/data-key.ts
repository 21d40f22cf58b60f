import { whyNoObjectName } from '../private/kubernetes-names';
import { Problems } from '../private/problems';

/**
 * Checks the name of a Secret or ConfigMap, and a key in its data.
 *
 * Source: kubernetes `apimachinery/pkg/util/validation`, `IsDNS1123Subdomain` and `IsConfigMapKey`.
 *
 * @throws Error with both problems, if there are two
 */
export function checkDataKey(subject: string, name: string, key: string): void {
  const problems = new Problems(subject);
  const why = whyNoObjectName(name);
  if (why) {
    problems.add('name', `"${name}" ${why}.`, 'give the name of the object that holds the key.');
  }
  if (!/^[-._a-zA-Z0-9]{1,253}$/.test(key)) {
    problems.add(
      'key',
      `"${key}" can be no key: it needs 1 to 253 letters, digits, hyphens, underscores and dots.`,
      'give the key below `data`.',
    );
  }
  problems.throwIfAny();
}
