import { countText } from '../../report/count-text';
import type { SourcedObject } from '../../simulator/kube-object';
import { modelledFrom } from '../../simulator/stack/modelled-source';
import type { CheckContext } from '../check-context';
import { memoByContext } from '../memo-by-context';
import type { Answer } from './answers-of';
import { joined } from './join-parts';
import { refusedOf } from './refused-of';

/** What becomes of a PrometheusRule, over all instances. */
export interface RuleFate {
  readonly rule: SourcedObject;
  readonly state: 'loaded' | 'unloaded' | 'unknown';
  /** Keys of the instances that load it. */
  readonly instances: readonly string[];
}

/** What becomes of each PrometheusRule that is given. */
export const ruleFates = memoByContext(({ simulation, assumedInstance }: CheckContext): readonly RuleFate[] => {
  const fates = new Map<SourcedObject, { loaded: string[]; open: boolean; asked: boolean }>();
  for (const rule of simulation.lookup.byKind('PrometheusRule')) {
    if (modelledFrom(rule) === undefined) {
      fates.set(rule, { loaded: [], open: false, asked: false });
    }
  }
  for (const { instance, monitor, state } of simulation.ruleOutcomes) {
    const fate = fates.get(monitor);
    if (fate !== undefined) {
      fate.asked = true;
      fate.open ||= state === 'undecided';
      if (state === 'selected') {
        fate.loaded.push(`${instance.object.object.kind} ${instance.key}`);
      }
    }
  }
  // An instance that takes no change may have loaded it before.
  const idle = simulation.instances.some(({ state, kind }) => state !== 'managed' && kind === 'Prometheus');
  return [...fates].map(([rule, { loaded, open, asked }]) => {
    const rulers = loaded.filter((name) => !name.startsWith('Prometheus ') || !assumedInstance);
    const isLoaded = rulers.length > 0;
    const isOpen = open || !asked || idle || (assumedInstance && loaded.length > 0);
    return { rule, state: isLoaded ? 'loaded' : isOpen ? 'unknown' : 'unloaded', instances: rulers };
  });
});

/** Which rules some instance loads. */
export function evaluated(context: CheckContext): Answer {
  const refused = refusedOf(context, ['PrometheusRule']).map((object): RuleFate => {
    return { rule: { object, source: {} }, state: 'unloaded', instances: [] };
  });
  const fates = [...ruleFates(context), ...refused];
  if (fates.length === 0) {
    return undefined;
  }
  const of = (state: RuleFate['state']) => fates.filter((fate) => fate.state === state);
  const [loaded, unloaded, unknown] = [of('loaded'), of('unloaded'), of('unknown')];
  const count = (list: readonly RuleFate[]): number => list.reduce((sum, { rule }) => sum + rulesIn(rule), 0);
  const names = new Set(loaded.flatMap(({ instances }) => instances));
  const objects = (list: readonly RuleFate[]): string => countText(list.length, 'PrometheusRule');
  const why = context.assumedInstance && names.size === 0 ? ', and no Prometheus among these objects' : '';
  const [first] = names;
  return {
    working: count(loaded),
    failing: count(unloaded),
    unknown: count(unknown),
    text: joined([
      loaded.length > 0 &&
        `${countText(count(loaded), 'rule')} of ${objects(loaded)}, by ${names.size === 1 ? first : `${names.size} instances`}`,
      unloaded.length > 0 && `none of ${objects(unloaded)}`,
      unknown.length > 0 && (why === '' ? `not known of ${objects(unknown)}` : `${objects(unknown)}${why}`),
    ]),
  };
}

function rulesIn({ object }: SourcedObject): number {
  const groups: any[] = Array.isArray(object.spec?.groups) ? object.spec.groups : [];
  return groups.reduce<number>((sum, group) => sum + (Array.isArray(group?.rules) ? group.rules.length : 0), 0);
}
