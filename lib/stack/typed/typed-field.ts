import { pathText, type ValueSteps } from '../guard/guard-problem';
import { keysOf } from '../values';
import { STACK } from './stack-table';
import { typedPaths } from './value-table';

/** Parts of paths in the chart that the typed props leave out. */
const SPECS = new Set(['prometheusSpec', 'alertmanagerSpec', 'thanosRulerSpec']);

/** Sub-charts, whose props are in camel case. */
const SUB_CHART = /^(?:kube-state-metrics|prometheus-(?:node|windows)-exporter)$/;

/** The typed prop that a value of the chart comes from, followed by what is below it. */
export function typedField(steps: ValueSteps): string {
  const found = typedPaths(STACK)
    .map(({ path, field }) => ({ keys: keysOf(path), field }))
    .filter(({ keys, field }) => isPrefix(keys, steps) && !keys.includes('*') && sameName(keys, field))
    .sort((a, b) => b.keys.length - a.keys.length)[0];
  if (found !== undefined) {
    return found.field + after(steps.slice(found.keys.length));
  }
  const props = steps
    .filter((step) => !SPECS.has(String(step)))
    .map((step, index) => (index === 0 && SUB_CHART.test(String(step)) ? camelCase(String(step)) : step));
  return pathText(props);
}

function isPrefix(keys: readonly string[], steps: ValueSteps): boolean {
  return keys.length <= steps.length && keys.every((key, index) => key === steps[index]);
}

/** Whether the prop has the name of the value; one that has not says more than this value. */
function sameName(keys: readonly string[], field: string): boolean {
  const name = (text = '') => text.toLowerCase().replace(/[^a-z]/g, '');
  return name(keys.at(-1)) === name(field.split('.').at(-1));
}

function after(steps: ValueSteps): string {
  const text = pathText(steps);
  return text === '' || text.startsWith('[') ? text : `.${text}`;
}

function camelCase(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
