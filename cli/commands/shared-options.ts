import { type Command, InvalidArgumentError, Option } from 'commander';
import type { EvaluationOptions } from '../../lib/check/evaluation';
import { Level } from '../../lib/report/finding';
import type { InputRequest } from '../input/read-input';
import type { ColorWhen } from '../terminal';
import { UsageError } from '../usage-error';

/** A `--stack` with the `--helm-values` that follow it. */
interface StackOption {
  readonly release: string;
  readonly namespace: string;
  readonly values: string[];
}

/** Options of all commands about their result. */
export interface OutputOptions {
  readonly format: string;
  readonly output?: string;
  readonly color: ColorWhen;
}

/** Options that all commands have that read manifests, as commander hands them over. */
export interface SharedOptions extends OutputOptions {
  readonly stack?: readonly StackOption[];
  readonly helmValues?: readonly string[];
  readonly namespace: string;
  readonly operatorVersion?: string;
  readonly kubernetesVersion?: string;
  readonly complete?: boolean;
  readonly partial?: boolean;
}

/** Adds the options that all commands have that read manifests. */
export function addSharedOptions(command: Command, formats: readonly string[]): Command {
  const stacks: StackOption[] = [];
  const orphans: string[] = [];
  const withInput = command
    .addOption(
      new Option(
        '--stack <release[/namespace]>',
        'model a kube-prometheus-stack release that is not in the input; repeatable',
      ).argParser((text: string) => {
        // Values that were given before any stack belong to the first one.
        stacks.push({ ...stackOf(text), values: stacks.length === 0 ? orphans : [] });
        return stacks;
      }),
    )
    .addOption(
      new Option('--helm-values <file>', 'Helm values of the --stack before it; repeatable, later ones win').argParser(
        (text: string) => {
          (stacks.at(-1)?.values ?? orphans).push(text);
          return orphans;
        },
      ),
    )
    .addOption(
      new Option('--namespace <name>', 'namespace of objects that name none').argParser(namespaceOf).default('default'),
    )
    .addOption(
      new Option('--operator-version <version>', 'version of the Prometheus Operator, such as 0.93.0').argParser(
        (text) => versionOf(text, 3),
      ),
    )
    .addOption(
      new Option('--kubernetes-version <version>', 'version of Kubernetes, such as 1.33').argParser((text) =>
        versionOf(text, 2),
      ),
    )
    .addOption(new Option('--complete', 'the input is all there is: what is missing is an error').conflicts('partial'))
    .addOption(new Option('--partial', 'the input is a part: what is missing is an info'));
  return addOutputOptions(withInput, formats);
}

/** Adds the options of all commands about their result. */
export function addOutputOptions(command: Command, formats: readonly string[]): Command {
  return command
    .addOption(new Option('--format <format>', 'how to write the result').choices(formats).default(formats[0]))
    .addOption(new Option('-o, --output <file>', 'write the result to a file, at once and only if all input was read'))
    .addOption(new Option('--color <when>', 'use colors').choices(['auto', 'always', 'never']).default('auto'));
}

/** The level from which a finding makes the exit code 1. */
export function levelOption(): Option {
  const levels = [Level.ERROR, Level.WARNING, Level.INFO];
  return new Option('--level <level>', 'level from which findings make the exit code 1')
    .choices(levels)
    .default(Level.ERROR);
}

/** Whether a level is at or above another. */
export function isAtLeast(level: Level, threshold: Level): boolean {
  const levels = [Level.INFO, Level.WARNING, Level.ERROR];
  return levels.indexOf(level) >= levels.indexOf(threshold);
}

/**
 * What to read.
 *
 * @throws UsageError for values without a stack
 */
export function inputRequest(paths: readonly string[], { stack = [], helmValues = [] }: SharedOptions): InputRequest {
  if (stack.length === 0 && helmValues.length > 0) {
    throw new UsageError(
      `--helm-values "${helmValues[0]}" has no --stack that it belongs to.`,
      `--stack RELEASE/NAMESPACE --helm-values ${helmValues[0]}`,
    );
  }
  return { paths, stacks: stack };
}

/** How to look at it. */
export function evaluationOptions(options: SharedOptions): EvaluationOptions {
  const { namespace, operatorVersion, kubernetesVersion, complete, partial } = options;
  return {
    defaultNamespace: namespace,
    ...(operatorVersion && { operatorVersion }),
    ...(kubernetesVersion && { kubernetesVersion }),
    absence: complete ? 'complete' : partial ? 'partial' : 'default',
  };
}

/** A release is named as Helm allows (`chartutil.ValidateReleaseName`), and is in `default` unless said otherwise. */
export function stackOf(text: string): Omit<StackOption, 'values'> {
  const [release, namespace = 'default', ...rest] = text.split('/');
  if (rest.length > 0 || !/^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/.test(release) || release.length > 53) {
    throw new InvalidArgumentError(
      'It is RELEASE or RELEASE/NAMESPACE, the names as "helm list" shows them, such as prometheus-stack/monitoring.',
    );
  }
  return { release, namespace: namespaceOf(namespace) };
}

function namespaceOf(text: string): string {
  if (!/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(text) || text.length > 63) {
    throw new InvalidArgumentError(
      'A namespace has at most 63 lower-case letters, digits and "-", and begins and ends with a letter or digit.',
    );
  }
  return text;
}

/** Accepts a leading `v`, and a version with fewer parts as the first of that line. */
function versionOf(text: string, parts: number): string {
  if (!/^v?\d{1,9}(\.\d{1,9}){1,2}$/.test(text)) {
    throw new InvalidArgumentError(`It is written as numbers with dots, such as ${parts === 3 ? '0.93.0' : '1.33'}.`);
  }
  const numbers = text.replace(/^v/, '').split('.');
  return [...numbers, ...Array<string>(Math.max(0, parts - numbers.length)).fill('0')].join('.');
}
