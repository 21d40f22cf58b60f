import { Level } from '../../report/finding';
import type { Check } from '../check';
import { draftsOf } from './stack-drafts';

/**
 * A password, token or key that stands in the values of kube-prometheus-stack. It is never repeated.
 *
 * References pass: to files, variables, templates, other Secrets, and what SOPS, argocd-vault-plugin, vals or 1Password
 * fill in.
 */
export const literalSecret: Check = {
  id: 'stack/literal-secret',
  level: Level.ERROR,
  summary: 'secret that is written out in the values',
  why: 'Whoever reads the repository, or the Secret of the Helm release, has it.',
  run: (context) => draftsOf(context, 'stack/literal-secret'),
};
