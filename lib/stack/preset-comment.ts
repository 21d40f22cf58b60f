import type { PlatformSetting } from './platforms/platform-setting';
import { hasValueAt, mergeValues, type Values, valueAt } from './values';

/**
 * What the head of a values file says about the preset: each value that it set, why, and whether it still holds.
 *
 * @param name short name of the platform
 * @param preset what the preset set
 * @param values what became of it
 */
export function presetComment(name: string, preset: readonly PlatformSetting[], values: Values): string[] {
  if (preset.length === 0) {
    return name === 'generic' ? [] : [`# Platform "${name}", with these options, sets no value.`];
  }
  const lines = preset.map((setting) => {
    const state = holds(setting, values) ? '' : ', overridden by yours';
    return `#   ${setting.path} = ${JSON.stringify(setting.value)}${state}: ${setting.reason}`;
  });
  return [`# Platform "${name}" sets:`, ...lines];
}

function holds({ path, value }: PlatformSetting, values: Values): boolean {
  // A null stands for itself here; and merged, the keys of a map are in order.
  const now = hasValueAt(values, path) ? { value: valueAt(values, path) ?? null } : {};
  return JSON.stringify(now) === JSON.stringify(mergeValues({ value }));
}
