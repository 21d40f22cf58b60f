import { distance } from 'fastest-levenshtein';
import type { SuppressedFinding } from '../../report/check-report';
import { type Finding, Level, type ObjectReference, type ObjectSource } from '../../report/finding';
import type { SourcedObject } from '../../simulator/kube-object';
import { joinPath } from '../../simulator/operator/problem';
import type { Draft } from '../check';

/** Begins an annotation that suppresses a check on its object: `ignore.cdk8s-prometheus/monitor.port-exists: why`. */
export const IGNORE_PREFIX = 'ignore.cdk8s-prometheus/';

/** A person's word that a finding is to be passed over. */
export interface Suppression {
  /** Id of the check. */
  readonly check: string;
  /** Why, in the person's words. */
  readonly reason: string;
  /** The object that it stands on; for one on a construct the path of that construct. */
  readonly object?: SourcedObject;
  readonly construct?: string;
}

/** The suppressions that objects carry as annotations. */
export function suppressionsOf(objects: readonly SourcedObject[]): Suppression[] {
  return objects.flatMap((object) => {
    const annotations = object.object.metadata?.annotations;
    return annotations === undefined || annotations === null || typeof annotations !== 'object'
      ? []
      : Object.entries(annotations)
          .filter(([key]) => key.startsWith(IGNORE_PREFIX))
          .map(([key, reason]) => ({
            check: key.slice(IGNORE_PREFIX.length).replace('.', '/'),
            reason: typeof reason === 'string' ? reason : '',
            object,
          }));
  });
}

/** Findings that are left, those that are not, and what is wrong with the suppressions themselves. */
export interface Suppressed {
  readonly findings: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
  readonly unused: readonly Suppression[];
}

/** Leaves out what is suppressed with a reason. */
export function suppress(findings: readonly Finding[], suppressions: readonly Suppression[]): Suppressed {
  if (suppressions.length === 0) {
    return { findings, suppressed: [], unused: [] };
  }
  const used = new Set<Suppression>();
  const suppressed: SuppressedFinding[] = [];
  const left = findings.filter((finding) => {
    const matching = suppressions.filter((suppression) => concerns(suppression, finding));
    const effective = matching.filter(({ reason }) => reason.trim() !== '');
    for (const suppression of effective) {
      used.add(suppression);
    }
    if (effective.length > 0) {
      suppressed.push({ finding, reason: effective[0].reason.trim() });
    }
    return effective.length === 0;
  });
  return {
    findings: left,
    suppressed,
    unused: suppressions.filter((suppression) => !used.has(suppression)),
  };
}

function concerns({ check, object, construct }: Suppression, finding: Finding): boolean {
  if (check !== finding.check) {
    return false;
  }
  if (object !== undefined) {
    return isSame(object, finding.object, finding.source);
  }
  const path = finding.source.construct;
  return (
    path !== undefined &&
    construct !== undefined &&
    (construct === '' || path === construct || path.startsWith(`${construct}/`))
  );
}

function isSame({ object, source }: SourcedObject, reference: ObjectReference, found: ObjectSource): boolean {
  return (
    object.kind === reference.kind &&
    object.metadata.name === reference.name &&
    (object.metadata.namespace ?? reference.namespace) === reference.namespace &&
    source.file === found.file &&
    source.construct === found.construct
  );
}

/** What is wrong with suppressions that suppress nothing. */
export function unusedDrafts(unused: readonly Suppression[], checks: readonly string[]): Draft[] {
  return unused.map(({ check, reason, object, construct }) => {
    const known = checks.includes(check);
    const nearest = [...checks].sort((a, b) => distance(a, check) - distance(b, check))[0];
    const place = object ?? placeholder(construct ?? '');
    const field = object === undefined ? '' : joinPath('metadata.annotations', IGNORE_PREFIX + check.replace('/', '.'));
    const why = !known
      ? `"${check}" is no check.`
      : reason.trim() === ''
        ? `It gives no reason, so it does not count.`
        : `No finding of ${check} is here to be suppressed.`;
    const fix = !known
      ? `name the check "${nearest}", if that is meant, or remove it.`
      : reason.trim() === ''
        ? 'give the reason as the value.'
        : 'remove it.';
    return { object: place, field, message: why, basis: 'present', level: Level.WARNING, fix: { text: fix } };
  });
}

/** Stands for a construct that makes no object of its own. */
function placeholder(construct: string): SourcedObject {
  return {
    object: { apiVersion: '', kind: 'Construct', metadata: { name: construct } },
    source: { construct },
  };
}
