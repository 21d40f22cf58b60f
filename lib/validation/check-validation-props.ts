import { Problems } from '../private/problems';
import { Level } from '../report/finding';
import type { MonitoringValidationProps } from './monitoring-validation-props';

const PROPS = ['stacks', 'level', 'namespace', 'complete', 'operatorVersion', 'kubernetesVersion'];
const STACK = ['release', 'namespace', 'valuesFiles', 'chartVersion'];

/** The properties come from a file that nothing has checked. */
export function checkValidationProps(props: MonitoringValidationProps): void {
  const problems = new Problems(() => 'MonitoringValidation in cdk8s.yaml');
  const unknown = (given: object, known: readonly string[], place: string): void => {
    for (const name of Object.keys(given ?? {}).filter((one) => !known.includes(one))) {
      problems.add(place + name, 'is no property.', `use one of ${known.join(', ')}.`);
    }
  };
  unknown(props, PROPS, '');
  const { level, stacks = [], complete } = props;
  if (level !== undefined && !Object.values(Level).includes(level)) {
    problems.add('level', `"${level}" is no level.`, `write ${Object.values(Level).join(', ')}.`);
  }
  if (complete !== undefined && typeof complete !== 'boolean') {
    problems.add('complete', `"${complete}" is neither true nor false.`, 'write complete: true.');
  }
  for (const name of ['operatorVersion', 'kubernetesVersion'] as const) {
    if (props[name] !== undefined && !/^\d+\.\d+(\.\d+)?$/.test(String(props[name]))) {
      problems.add(
        name,
        `"${props[name]}" is no version.`,
        `write '${name === 'operatorVersion' ? '0.93.0' : '1.33'}'.`,
      );
    } else if (typeof props[name] === 'number') {
      problems.add(name, 'is read as a number, so that 1.30 would be 1.3.', `put it in quotes.`);
    }
  }
  if (!Array.isArray(stacks)) {
    problems.add('stacks', 'is no list.', 'write a list of release, namespace and valuesFiles.');
    problems.throwIfAny();
  }
  for (const [index, stack] of stacks.entries()) {
    unknown(stack, STACK, `stacks[${index}].`);
    if (typeof stack?.release !== 'string') {
      problems.add(`stacks[${index}].release`, 'is missing.', 'name the release as "helm list" shows it.');
    }
  }
  problems.throwIfAny();
}
