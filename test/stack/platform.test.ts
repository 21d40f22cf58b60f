import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Chart, Testing } from 'cdk8s';
import { Platform, type PlatformSetting } from '../../lib/stack/platform';
import { StackRelease } from '../../lib/stack/stack-release';

const ROOT = join(__dirname, '..', '..');
const PLATFORMS = [Platform.GENERIC, Platform.GKE];

function valuesOn(platform: Platform) {
  const chart = new Chart(Testing.app(), 'c', { namespace: 'monitoring' });
  return new StackRelease(chart, 'kps', { platform }).toHelmValues();
}

describe('platform presets', () => {
  test('change nothing on a generic cluster', () => {
    expect(valuesOn(Platform.GENERIC)).toEqual({});
  });

  test('leave only what GKE shows', () => {
    expect(valuesOn(Platform.GKE)).toEqual({
      kubeControllerManager: { enabled: false },
      kubeScheduler: { enabled: false },
      kubeEtcd: { enabled: false },
      kubeProxy: { enabled: false },
      coreDns: { enabled: false },
      kubeDns: { enabled: true },
    });
  });

  test('switch the whole component, since a monitor switched off alone leaves its absence alert', () => {
    const paths = PLATFORMS.flatMap((platform) => platform.settings).map((setting) => setting.path);
    expect(paths.filter((path) => path.startsWith('kube') && !/^\w+\.enabled$/.test(path))).toEqual([]);
  });

  const settings = PLATFORMS.flatMap(({ name, settings }) =>
    settings.map((setting): [string, string, PlatformSetting] => [name, setting.path, setting]),
  );

  test.each(settings)('explain on the page what %s does with %s', (name, _path, { path, value, reason }) => {
    const page = readFileSync(join(ROOT, 'docs', 'platforms.md'), 'utf8');
    const section = page.split(/^## /m).find((part) => part.startsWith(`\`${name}\``));
    expect(section).toContain(`| \`${path}\` | \`${value}\` | ${reason} |`);
  });

  test.each(settings)('explain in the editor what %s does with %s', (name, _path, { path, value }) => {
    const source = readFileSync(join(ROOT, 'lib', 'stack', 'platform.ts'), 'utf8');
    const comment = source.split(`public static readonly ${name.toUpperCase()} `)[0].split('/**').pop();
    expect(comment).toContain(`| \`${path}\` | \`${value}\` |`);
  });
});

test('a preset cannot be changed, since all releases share it', () => {
  expect(() => Platform.GKE.settings.push({ path: 'a', value: 1, reason: 'b' })).toThrow(TypeError);
});
