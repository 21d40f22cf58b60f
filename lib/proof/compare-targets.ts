import type { ExpectedTarget } from './expected-target';
import type { Target } from './target';

const FIELDS = [
  'prometheus',
  'job',
  'namespace',
  'service',
  'container',
  'port',
  'scheme',
  'path',
  'interval',
] as const;

/** How targets differ from those that are expected, one line each; each target stands for one expectation at most. */
export function differences(targets: readonly Target[], expected: readonly ExpectedTarget[]): string[] {
  expected.forEach(checkFields);
  const partners = pair(targets, expected);
  const taken = new Set(partners);
  return [
    ...expected.flatMap((one, index) => (partners[index] === undefined ? [`missing:    ${text(one)}`] : [])),
    ...targets.flatMap((one) => (taken.has(one) ? [] : [`unexpected: ${text(one)}`])),
  ];
}

/** In plain JavaScript nothing else tells that a name is misspelt, and what asks for nothing is met by every target. */
function checkFields(one: ExpectedTarget, index: number): void {
  const known = [...FIELDS, 'workload', 'labels'];
  const wrong = Object.keys(one).filter((field) => !known.includes(field));
  if (wrong.length > 0) {
    throw new Error(
      `Expected target ${index} has "${wrong.join('", "')}", which no target has. Fix: use ${known.slice(0, -1).join(', ')} and ${known.at(-1)}.`,
    );
  }
}

/** The most pairs that can be made (augmenting paths): a loose expectation must not take the target of a narrow one. */
function pair(targets: readonly Target[], expected: readonly ExpectedTarget[]): (Target | undefined)[] {
  const owner = new Map<Target, number>();
  const find = (index: number, tried: Set<Target>): boolean => {
    for (const target of targets) {
      if (!tried.has(target) && isMet(expected[index], target)) {
        tried.add(target);
        const other = owner.get(target);
        if (other === undefined || find(other, tried)) {
          owner.set(target, index);
          return true;
        }
      }
    }
    return false;
  };
  for (const index of expected.keys()) {
    find(index, new Set());
  }
  const partners: (Target | undefined)[] = expected.map(() => undefined);
  for (const [target, index] of owner) {
    partners[index] = target;
  }
  return partners;
}

function isMet(expected: ExpectedTarget, target: Target): boolean {
  const { workload, labels = {} } = expected;
  return (
    FIELDS.every((field) => expected[field] === undefined || expected[field] === target[field]) &&
    (workload === undefined || isNamed(target, workload)) &&
    Object.entries(labels).every(([name, value]) => (target.labels[name] ?? '') === value)
  );
}

function isNamed({ workload }: Target, text: string): boolean {
  return workload !== undefined && [workload.name, `${workload.kind} ${workload.name}`].includes(text);
}

function text(one: ExpectedTarget | Target): string {
  const words = FIELDS.filter((field) => one[field] !== undefined).map((field) => `${field} ${one[field]}`);
  const { workload, labels } = one;
  // Of a target that is there, names say enough.
  if (typeof workload === 'string') {
    words.push(`workload ${workload}`);
  }
  if (labels !== undefined && !('monitor' in one)) {
    words.push(`labels ${JSON.stringify(labels)}`);
  }
  return words.length === 0 ? 'any target' : words.join(', ');
}
