import { Level } from '../../report/finding';
import type { Check } from '../check';
import { setField } from '../field-edit';
import { REJECTED, rejectionDrafts } from '../monitor/problem-drafts';

const CODES = ['rejected/prober-url'];

/**
 * A Probe whose `prober.url` is more than a host and a port.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/prometheus/resource_selector.go`, `validateProberURL`.
 */
export const proberUrl: Check = {
  id: 'probe/prober-url',
  level: Level.ERROR,
  summary: 'address of a prober with a scheme or a path',
  why: REJECTED,
  codes: CODES,
  run: (context) =>
    rejectionDrafts(context, CODES, ({ object, field, values, fix }) => {
      const { url, host } = values;
      // With a path that is meant, one edit alone would not do.
      const isSimple = typeof host === 'string' && /^http:\/\/[^/]+\/?$/i.test(String(url));
      return isSimple ? { fix: { text: fix ?? '', patch: setField(object, field, host) } } : {};
    }),
};
