import { NEWEST_OPERATOR } from '../versions/operator-releases';
import { atLeast, parseVersion, type Version } from '../versions/version';
import { type OddValue, oddValues } from './flag-values';
import { type Flag, isKnownFlag, isNoSwitch, isToPrint, type ParsedFlags } from './operator-flags';

/** A flag with which the Operator does not start, whatever the other flags say. */
export interface FlagMistake {
  readonly code: 'operator/unknown-flag' | 'operator/flag-value' | 'operator/flag-syntax' | 'operator/command';
  readonly flag: Flag;
  readonly message: string;
  readonly fix: string;
}

/** The oldest Operator whose flags and commands are known here. */
const KNOWN_SINCE = '0.89.0';

/**
 * Source: prometheus-operator v0.89 and v0.93 `cmd/operator/main.go`, `parseFlags` and `run`; `pkg/operator/config.go`,
 * `Map.Set`; Go standard library, package `flag`.
 */
export function flagMistakes(
  args: readonly string[],
  { flags, rest, odd, lacking }: ParsedFlags,
  version: Version,
): FlagMistake[] {
  const isKnown = atLeast(version, KNOWN_SINCE) && !isNewer(version);
  return [
    ...(isKnown ? flags.filter((flag) => !isKnownFlag(flag)).map(unknownFlag) : []),
    ...(isKnown ? oddValues(flags).map(oddValue) : []),
    ...flags.filter(isNoSwitch).map(noSwitch),
    ...flags.flatMap(noPairs),
    ...(odd === undefined ? [] : [oddFlag(odd)]),
    ...(lacking === undefined ? [] : [withoutValue(lacking)]),
    ...flags.filter((flag) => isToPrint(flag) && isLast(flag, flags)).map(toPrint),
    ...(isKnown && rest !== undefined ? commandAt(args, flags, rest) : []),
  ];
}

/** Of a flag that is given several times the last one counts. */
function isLast({ name, index }: Flag, flags: readonly Flag[]): boolean {
  return flags.every((other) => other.name !== name || other.index <= index);
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

function oddValue({ flag, what, example }: OddValue): FlagMistake {
  return {
    code: 'operator/flag-value',
    flag,
    message: `--${flag.name}=${flag.value} is ${what}, and the Operator does not start.`,
    fix: `write --${flag.name}=${example}, for example, or remove it.`,
  };
}

function oddFlag(flag: Flag): FlagMistake {
  return {
    code: 'operator/flag-syntax',
    flag,
    message: `"${flag.name}" is not how a flag is written, and the Operator does not start.`,
    fix: 'write one hyphen or two, and a name behind it.',
  };
}

function withoutValue(flag: Flag): FlagMistake {
  return {
    code: 'operator/flag-value',
    flag,
    message: `--${flag.name} has no value, and the Operator does not start.`,
    fix: `write --${flag.name}=value, or remove it.`,
  };
}

function toPrint(flag: Flag): FlagMistake {
  return {
    code: 'operator/command',
    flag,
    message: `--${flag.name} has the Operator print something and end.`,
    fix: 'remove it.',
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
