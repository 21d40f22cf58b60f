/** A semantic version, with what the Operator needs of it. */
export interface Version {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
  /** Parts after the hyphen; a version that has any comes before the same one without. */
  readonly prerelease: readonly string[];
}

const NUMBER = /^(0|[1-9]\d*)$/;
const IDENTIFIER = /^[0-9A-Za-z-]+$/;

/**
 * Reads a version as leniently as the Operator: `v3.13.1`, `3.13`, `3` and `v3.13.1-distroless` are fine; `undefined`
 * where the Operator would fail.
 *
 * A suffix such as `-distroless` makes a pre-release of it, also for the Operator: `v3.0.0-distroless` is older than
 * 3.0.0.
 *
 * Source: blang/semver v4.0.0 `semver.go`, `ParseTolerant`.
 */
export function parseVersion(text: string): Version | undefined {
  const parts = splitInThree(text.trim().replace(/^v/, '')).map(withoutLeadingZeros);
  while (parts.length < 3) {
    parts.push('0');
  }
  const [, patch, prerelease, build] = /^([^-+]*)(?:-([^+]*))?(?:\+(.*))?$/s.exec(parts[2]) ?? [];
  const numbers = [parts[0], parts[1], patch];
  const identifiers = prerelease === undefined ? [] : prerelease.split('.');
  const valid =
    numbers.every((number) => number !== undefined && NUMBER.test(number)) &&
    identifiers.every((part) => IDENTIFIER.test(part) && !/^0\d+$/.test(part)) &&
    (build === undefined || build.split('.').every((part) => IDENTIFIER.test(part)));
  if (!valid) {
    return undefined;
  }
  const [major, minor, patchNumber] = numbers.map(Number);
  return { major, minor, patch: patchNumber, prerelease: identifiers };
}

/** Negative if `a` is older than `b`, positive if it is newer. */
export function compareVersions(a: Version, b: Version): number {
  return (
    a.major - b.major || a.minor - b.minor || a.patch - b.patch || comparePrereleases(a.prerelease, b.prerelease) || 0
  );
}

const boundaries = new Map<string, Version>();

/** Whether a version has reached a boundary such as `2.21.0`. */
export function atLeast(version: Version, boundary: string): boolean {
  let parsed = boundaries.get(boundary);
  if (!parsed) {
    parsed = parseVersion(boundary);
    if (!parsed) {
      throw new Error(`"${boundary}" is no version`);
    }
    boundaries.set(boundary, parsed);
  }
  return compareVersions(version, parsed) >= 0;
}

/** `3.13.1`, or `3.13.1-rc.0`. */
export function formatVersion(version: Version): string {
  const core = `${version.major}.${version.minor}.${version.patch}`;
  return version.prerelease.length > 0 ? `${core}-${version.prerelease.join('.')}` : core;
}

function splitInThree(text: string): string[] {
  const [major, minor, ...rest] = text.split('.');
  return [major, minor, ...(rest.length > 0 ? [rest.join('.')] : [])].filter((part) => part !== undefined);
}

function withoutLeadingZeros(part: string): string {
  if (part.length < 2) {
    return part;
  }
  const trimmed = part.replace(/^0+/, '');
  return /^\d/.test(trimmed) ? trimmed : `0${trimmed}`;
}

function comparePrereleases(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) {
    return b.length - a.length;
  }
  for (let i = 0; i < Math.min(a.length, b.length); i += 1) {
    const difference = compareIdentifiers(a[i], b[i]);
    if (difference !== 0) {
      return difference;
    }
  }
  return a.length - b.length;
}

function compareIdentifiers(a: string, b: string): number {
  const numeric = [a, b].map((part) => /^\d+$/.test(part));
  if (numeric[0] && numeric[1]) {
    return Number(a) - Number(b);
  }
  if (numeric[0] !== numeric[1]) {
    return numeric[0] ? -1 : 1;
  }
  return a === b ? 0 : a < b ? -1 : 1;
}
