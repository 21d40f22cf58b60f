import { NEWEST_OPERATOR } from '../versions/operator-releases';
import { atLeast, parseVersion, type Version } from '../versions/version';
import { type Flag, isKnownFlag, isNoSwitch } from './operator-flags';

/** A flag with which the Operator does not start, whatever the other flags say. */
export interface FlagMistake {
  readonly code: 'operator/unknown-flag' | 'operator/flag-value' | 'operator/command';
  readonly flag: Flag;
  readonly message: string;
  readonly fix: string;
}

/** The oldest Operator whose flags and commands are known here. */
const KNOWN_SINCE = '0.89.0';

/**
 * Source: prometheus-operator v0.89 and v0.93 `cmd/operator/main.go`, `parseFlags` and `run`; `pkg/operator/config.go`,
 * `Map.Set`; Go standard library, package `flag`.
 *
 * @param rest index of the first argument that is no flag
 */
export function flagMistakes(
  args: readonly string[],
  flags: readonly Flag[],
  rest: number | undefined,
  version: Version,
): FlagMistake[] {
  const isKnown = atLeast(version, KNOWN_SINCE) && !isNewer(version);
  return [
    ...(isKnown ? flags.filter((flag) => !isKnownFlag(flag)).map(unknownFlag) : []),
    ...flags.filter(isNoSwitch).map(noSwitch),
    ...flags.flatMap(noPairs),
    ...(isKnown && rest !== undefined ? commandAt(args, flags, rest) : []),
  ];
}

function unknownFlag(flag: Flag): FlagMistake {
  return {
    code: 'operator/unknown-flag',
    flag,
    message: `"--${flag.name}" is no flag of the Operator, which does not start with one that it does not know.`,
    fix: 'remove it.',
  };
}

function noSwitch(flag: Flag): FlagMistake {
  return {
    code: 'operator/flag-value',
    flag,
    message: `--${flag.name}=${flag.value} is neither true nor false, and the Operator does not start.`,
    fix: `write --${flag.name}=true, or --${flag.name}=false.`,
  };
}

function noPairs(flag: Flag): FlagMistake[] {
  const { name, value } = flag;
  const odd =
    ['labels', 'annotations'].includes(name) && value !== ''
      ? value.split(',').find((pair) => !pair.includes('='))
      : undefined;
  return odd === undefined
    ? []
    : [
        {
          code: 'operator/flag-value',
          flag,
          message: `--${name} has "${odd}", which is no pair, and the Operator does not start.`,
          fix: `write --${name}=key=value, with commas between pairs.`,
        },
      ];
}

/** What is no flag is a command, such as the one that prints CustomResourceDefinitions. */
function commandAt(args: readonly string[], flags: readonly Flag[], rest: number): FlagMistake[] {
  const at = args[rest] === '--' ? rest + 1 : rest;
  const command = args[at];
  const before = flags.find(({ index }) => index === at - 1 && !args[index].includes('='));
  return command === undefined || command === 'start'
    ? []
    : [
        {
          code: 'operator/command',
          flag: { name: '', value: command, index: at },
          message: `"${command}" is taken for a command, which the Operator runs instead of starting.`,
          fix: before === undefined ? 'remove it.' : `write --${before.name}=${command} in one argument, or remove it.`,
        },
      ];
}

/** Whether a release may have brought flags since. */
function isNewer({ major, minor }: Version): boolean {
  const newest = parseVersion(NEWEST_OPERATOR.operator) as Version;
  return major !== newest.major || minor > newest.minor;
}
