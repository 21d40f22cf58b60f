import { Level } from '../../report/finding';
import { describeInstance } from '../../simulator/operator/instance';
import { modelledFrom } from '../../simulator/stack/modelled-source';
import { formatVersion, parseVersion } from '../../simulator/versions/version';
import type { Check } from '../check';
import { setField } from '../field-edit';

/**
 * A Prometheus whose image has another version than the one that the Operator writes its configuration for.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`, `NewConfigGenerator`: `spec.version` alone decides, and
 * where it is absent, the default of the Operator.
 *
 * Stays silent for an image whose tag is no version, and for versions that differ in the last number only.
 */
export const imageVersion: Check = {
  id: 'prometheus/image-version',
  level: Level.WARNING,
  summary: 'image of another version than the configuration is written for',
  why: 'Fields that the running version does not know make it refuse the whole configuration, and others are left out.',
  *run({ simulation, assumedInstance }) {
    for (const { object, settings } of assumedInstance ? [] : simulation.instances) {
      const image: unknown = object.object.spec?.image;
      const tag = typeof image === 'string' ? /:(v?\d+\.\d+\.\d+[^@/]*)(?:@|$)/.exec(image)?.[1] : undefined;
      const actual = tag === undefined ? undefined : parseVersion(tag);
      const { version } = settings;
      const differs =
        actual !== undefined &&
        version !== undefined &&
        (actual.major !== version.major || actual.minor !== version.minor);
      if (differs && modelledFrom(object) === undefined) {
        const written = object.object.spec.version === undefined ? 'is not set, so that it is' : 'is';
        const wanted = `v${formatVersion(actual)}`;
        yield {
          object,
          field: 'spec.version',
          message: `version ${written} "${settings.versionText}", and the image of ${describeInstance(object)} is "${image}". The Operator reads the version alone.`,
          basis: 'present',
          fix: { text: `version: ${wanted}`, patch: setField(object, 'spec.version', wanted) },
          related: [{ object, field: 'spec.image', message: 'has the other version' }],
        };
      }
    }
  },
};
