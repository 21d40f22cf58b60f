import { compileSelector, describeRequirement } from '../simulator/operator/label-selector';

/** The labels that a selector of a monitor asks for: `app=web, tier in (a, b)`. */
export function selectorText(selector: any): string {
  const { requirements } = compileSelector(selector ?? {}, 'spec.selector');
  return requirements.length === 0 ? 'anything' : requirements.map(describeRequirement).join(', ');
}

/** Whether a selector asks for nothing, and so takes everything. */
export function isEmptySelector(selector: any): boolean {
  return compileSelector(selector ?? {}, '').requirements.length === 0;
}
