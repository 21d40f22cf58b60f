import type { RelabelSupport } from '../operator/object-lookup';
import { compilePattern } from './pattern';
import { refusedRelabelConfig } from './refused-relabel-config';
import { toRule } from './to-rule';
import { validateRelabelConfig } from './validate-relabel-config';

/** The relabel engine as the Operator's part of the simulation needs it. */
export const RELABEL_SUPPORT: RelabelSupport = {
  validate: validateRelabelConfig,
  refuse: refusedRelabelConfig,
  toRule,
  whyNoRegex: (regex) => {
    // Both dialects accept the same expressions.
    const pattern = compilePattern(regex, true);
    return 'problem' in pattern ? pattern.problem : undefined;
  },
};
