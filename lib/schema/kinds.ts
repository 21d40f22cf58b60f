import { distance } from 'fastest-levenshtein';
import type { SchemaTable } from './schema-table';

export const GROUP = 'monitoring.coreos.com';

/** What an object says it is, and what it is taken for. */
export interface KindMatch {
  /** `monitoring.coreos.com/v1 ServiceMonitor`; left out where it is anybody's guess. */
  readonly gvk?: string;
  /** What is wrong with `apiVersion` or `kind`. */
  readonly problem?: {
    readonly field: 'apiVersion' | 'kind';
    readonly message: string;
    readonly fix: string;
    readonly value?: string;
  };
}

/** @returns nothing for an object that is none of ours */
export function matchKind(table: SchemaTable, apiVersion: unknown, kind: unknown): KindMatch | undefined {
  if (typeof apiVersion !== 'string' || typeof kind !== 'string') {
    return undefined;
  }
  const gvk = `${apiVersion} ${kind}`;
  if (Object.hasOwn(table.kinds, gvk)) {
    return { gvk };
  }
  const [group] = apiVersion.split('/');
  const known = knownKinds(table);
  const versions = known.filter(([, name]) => name === kind).map(([version]) => version);
  // a version without its group is a slip only where no other group has the kind
  if (group !== GROUP && !(versions.length > 0 && /^v1(alpha1|beta1)?$/.test(apiVersion))) {
    return undefined;
  }
  if (kind.endsWith('List') && known.some(([version, name]) => `${name}List` === kind && version === apiVersion)) {
    return undefined;
  }
  if (versions.length > 0) {
    return {
      gvk: `${versions[versions.length - 1]} ${kind}`,
      problem: {
        field: 'apiVersion',
        message: `apiVersion is "${apiVersion}", in which the API server has no ${kind}: it is known as ${versions.join(
          ' and ',
        )}. It refuses the object.`,
        fix: `apiVersion: ${versions[versions.length - 1]}`,
        ...(versions.length === 1 ? { value: versions[0] } : {}),
      },
    };
  }
  return unknownKind(known, apiVersion, kind);
}

const split = new WeakMap<SchemaTable, ReadonlyArray<[string, string]>>();

/** Versions with their kinds; nearly every object asks. */
function knownKinds(table: SchemaTable): ReadonlyArray<[version: string, kind: string]> {
  let known = split.get(table);
  if (known === undefined) {
    known = Object.keys(table.kinds).map((one) => one.split(' ') as [string, string]);
    split.set(table, known);
  }
  return known;
}

function unknownKind(known: ReadonlyArray<[string, string]>, apiVersion: string, kind: string): KindMatch {
  const near = known
    .map(([version, name]) => ({
      version,
      name,
      edits: kind.length > 60 ? 99 : distance(name.toLowerCase(), kind.toLowerCase()),
    }))
    .filter(({ edits }) => edits <= 2)
    .sort((a, b) => a.edits - b.edits || Number(b.version === apiVersion) - Number(a.version === apiVersion))[0];
  const kinds = [...new Set(known.map(([, name]) => name))].sort().join(', ');
  return {
    ...(near ? { gvk: `${near.version} ${near.name}` } : {}),
    problem: {
      field: 'kind',
      message: `kind is "${kind.slice(0, 60)}", which ${GROUP} does not have; it has ${kinds}. The API server refuses the object.`,
      fix: near ? `kind: ${near.name}` : 'kind: <one of these>',
      ...(near ? { value: near.name } : {}),
    },
  };
}
