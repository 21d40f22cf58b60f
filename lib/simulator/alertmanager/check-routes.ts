import { joinPath } from '../operator/problem';
import type { ProblemList } from '../operator/problem-list';
import { atLeast, type Version } from '../versions/version';
import { listOf, type SpecRoute } from './config-spec';

/** Names that routes may refer to. */
export interface KnownNames {
  readonly receivers: readonly string[];
  readonly intervals: readonly string[];
}

/** Fields of a route; the Operator refuses any other in the routes below the first, which no schema checks. */
const FIELDS = [
  'receiver',
  'groupBy',
  'groupWait',
  'groupInterval',
  'repeatInterval',
  'matchers',
  'continue',
  'routes',
  'muteTimeIntervals',
  'activeTimeIntervals',
];

/**
 * What the Operator asks of the routes of an AlertmanagerConfig.
 *
 * Source: prometheus-operator v0.93 `pkg/alertmanager/validation/v1alpha1/validation.go`, `validateRoute`;
 * `pkg/alertmanager/operator.go`, `checkRoute`; `pkg/apis/monitoring/v1alpha1/alertmanager_config_types.go`, `ChildRoutes`.
 */
export function checkRoutes(
  routes: readonly SpecRoute[],
  { receivers, intervals }: KnownNames,
  version: Version,
  problems: ProblemList,
): void {
  for (const [i, { route, field }] of routes.entries()) {
    const isRoot = i === 0;
    const receiver = route?.receiver ?? '';
    if (receiver === '' && isRoot) {
      problems.add('route-without-receiver', joinPath(field, 'receiver'), {
        message: 'is not set, and the first route needs one.',
        fix: receivers.length === 1 ? `receiver: ${receivers[0]}` : 'receiver: one of the receivers of this object.',
      });
    } else if (receiver !== '' && !receivers.includes(receiver)) {
      unknown('receiver', joinPath(field, 'receiver'), receiver, receivers, 'receivers');
    }
    const groupBy = listOf(route?.groupBy).map(String);
    if (groupBy.some((label, j) => groupBy.indexOf(label) < j) || (groupBy.includes('...') && groupBy.length > 1)) {
      problems.add('group-by', joinPath(field, 'groupBy'), {
        message: `has ${groupBy.join(', ')}: each label may be there once, and "..." alone.`,
        fix: groupBy.includes('...') ? 'groupBy: ["..."]' : `groupBy: ${JSON.stringify([...new Set(groupBy)])}`,
        values: { groupBy },
      });
    }
    for (const list of ['muteTimeIntervals', 'activeTimeIntervals']) {
      for (const [j, name] of listOf(route?.[list]).entries()) {
        if (!intervals.includes(name)) {
          unknown('time interval', joinPath(joinPath(field, list), j), name, intervals, 'time intervals');
        }
      }
    }
    checkMatchers(route?.matchers, joinPath(field, 'matchers'), version, problems);
    const odd = isRoot ? [] : Object.keys(route ?? {}).filter((key) => !FIELDS.includes(key));
    for (const key of odd) {
      problems.add('route-field', joinPath(field, key), {
        message: `is no field of a route, which has ${FIELDS.join(', ')}.`,
        fix: 'remove it.',
        values: { key },
      });
    }
  }

  function unknown(what: string, place: string, name: string, known: readonly string[], list: string): void {
    problems.add(what === 'receiver' ? 'receiver-unknown' : 'interval-unknown', place, {
      message: `"${name}" is no ${what} of this object, which has ${known.length > 0 ? known.join(', ') : 'none'}.`,
      fix: known.length === 1 ? `name it ${known[0]}, the only one there is.` : `name one of the ${list}, or add it.`,
      values: { name, known },
    });
  }
}

/** Source: prometheus-operator v0.93 `pkg/apis/monitoring/v1alpha1/alertmanager_config_types.go`, `Matcher.Validate`. */
export function checkMatchers(matchers: unknown, field: string, version: Version, problems: ProblemList): void {
  for (const [i, matcher] of listOf(matchers).entries()) {
    const place = joinPath(field, i);
    const type = matcher?.matchType ?? '';
    if (type === '') {
      continue;
    }
    if (!['=', '!=', '=~', '!~'].includes(type)) {
      problems.add('match-type', joinPath(place, 'matchType'), {
        message: `"${type}" is none of =, !=, =~, !~.`,
        fix: 'matchType: "=", for example.',
        values: { matchType: type },
      });
    } else if (String(matcher.name ?? '').trim() === '') {
      problems.add('matcher-without-name', joinPath(place, 'name'), {
        message: 'is not set.',
        fix: 'name: the label to look at.',
      });
    } else if (!atLeast(version, '0.22.0')) {
      problems.add('newer-alertmanager', joinPath(place, 'matchType'), {
        message: 'needs Alertmanager 0.22.0.',
        fix: 'run Alertmanager 0.22.0 or newer (spec.version).',
      });
    }
  }
}
