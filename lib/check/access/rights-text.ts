import type { MissingRight } from '../../simulator/access/access';
import type { Account, Grant } from '../../simulator/access/grants';
import { nameOf } from '../../simulator/operator/problem';
import { listText } from '../list-text';

/** `list and watch endpoints and pods`. */
export function rightsText(missing: readonly MissingRight[]): string {
  const byVerbs = new Map<string, string[]>();
  for (const { verbs, resource, group } of missing) {
    const key = verbs.join(' and ');
    byVerbs.set(key, [...(byVerbs.get(key) ?? []), group === '' ? resource : `${resource} (${group})`]);
  }
  return [...byVerbs].map(([verbs, resources]) => `${verbs} ${listText(resources)}`).join(', nor ');
}

/** Rules that give what is missing, ready to paste into a role. */
export function missingRules(missing: readonly MissingRight[]): object[] {
  const groups = [...new Set(missing.map(({ group }) => group))];
  return groups.map((group) => ({
    apiGroups: [group],
    resources: missing.filter((one) => one.group === group).map(({ resource }) => resource),
    verbs: ['get', 'list', 'watch'],
  }));
}

/** The same as one line of YAML for each. */
export function ruleText(rules: readonly object[]): string {
  return rules
    .map((rule: any) => {
      const list = (values: readonly string[]): string =>
        `[${values.map((value) => (value === '' ? '""' : value)).join(', ')}]`;
      return `{ apiGroups: ${list(rule.apiGroups)}, resources: ${list(rule.resources)}, verbs: ${list(rule.verbs)} }`;
    })
    .join(' and ');
}

/** `service account monitoring/prometheus`. */
export function accountText({ namespace, name }: Account): string {
  return `service account ${namespace}/${name}`;
}

/** What a service account is given, for messages: `RoleBinding shop/scrape`. */
export function grantText({ binding, roleName }: Grant): string {
  return binding === undefined ? roleName : nameOf(binding);
}

/** Something in the rules of a grant that looks as if it allowed what is missing. */
export function nearRight({ rules }: Grant, missing: readonly MissingRight[]): string | undefined {
  for (const { group, resource } of missing) {
    const rule = rules.find(({ resources }) => resources.includes(resource));
    if (rule === undefined) {
      continue;
    }
    if (!rule.apiGroups.includes(group) && !rule.apiGroups.includes('*')) {
      return `its rule about ${resource} is for the API group "${rule.apiGroups.join('", "')}", and they are of "${group}"`;
    }
    if (rule.resourceNames.length > 0) {
      return `its rule about ${resource} has resourceNames, and who lists asks for all of them`;
    }
  }
  return undefined;
}
