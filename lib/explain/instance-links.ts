import { type ChainLink, LinkState } from '../report/explanation';
import type { Instance } from '../simulator/operator/instance';
import { nameOf, type Problem } from '../simulator/operator/problem';
import { reasonsOf, whyNotManaged } from './describe-instance';
import type { Scope } from './scope';
import { capitalized, counted, listed, NAMED, sentence } from './texts';

/** The link in which the Operator takes care of an instance, and of its configuration. */
export function managedLink(scope: Scope, instance: Instance): ChainLink {
  const { state, problems, kind } = instance;
  if (state === 'managed') {
    const links = problemLinks(scope, LinkState.UNKNOWN, problems);
    return scope.holds(`The Operator takes care of the ${kind} and makes its configuration.`, { link: 'L3', links });
  }
  const reasons = reasonsOf(instance);
  const [first, ...rest] = reasons;
  return scope.broken(sentence(capitalized(whyNotManaged(instance))), {
    link: 'L3',
    places: reasons.length === 0 ? [{ object: instance.object, field: '' }] : reasons.slice(0, NAMED),
    fix: first?.fix,
    links: first === undefined ? [] : problemLinks(scope, LinkState.NOTE, [first, ...rest]),
  });
}

/**
 * The link in which Prometheus can load its configuration. A fault is instance-wide: whichever monitor has it, no change of
 * any other takes effect.
 */
export function poisonLink(scope: Scope, instance: Instance): ChainLink {
  const problems = scope.poisonsAt(instance);
  if (problems.length === 0) {
    return scope.holds('Prometheus can load its configuration.', { link: 'L6' });
  }
  const culprits = [...new Set(problems.map(({ object }) => nameOf(object)))];
  return scope.broken(
    `Prometheus cannot load its configuration for ${listed(culprits)}, so no change takes effect. What follows holds once that is mended.`,
    { link: 'L6', links: problemLinks(scope, LinkState.BROKEN, problems) },
  );
}

/** Problems one by one, a handful of them. */
export function problemLinks(scope: Scope, state: LinkState, problems: readonly Problem[]): ChainLink[] {
  const links = problems
    .slice(0, NAMED)
    .map((problem) =>
      scope.link(state, `${problem.field} ${problem.message}`.trim(), { places: [problem], fix: problem.fix }),
    );
  const rest = problems.length - links.length;
  return rest > 0 ? [...links, scope.note(`${counted(rest, 'more problem')} like these.`)] : links;
}
