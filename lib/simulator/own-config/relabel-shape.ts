import { refusedRelabelConfig } from '../relabel/refused-relabel-config';
import { count, fieldOf, labelName, list, type Reader, type Shape, struct, text, type Values } from './shape';

/** Fields of a rule, as they are called in a manifest and here. */
const NAMES: { readonly [field: string]: string } = {
  sourceLabels: 'source_labels',
  targetLabel: 'target_label',
};

/**
 * A list of relabelings.
 *
 * Source: prometheus v3.15 `model/relabel/relabel.go`, `Config.UnmarshalYAML` and `Config.Validate`; `config/config.go`,
 * `ScrapeConfig.UnmarshalYAML`, which refuses empty items.
 */
export const relabelConfigs: Shape = (node, path, reader) => {
  list(relabelConfig, 'nothing refused')(node, path, reader);
};

/** One relabeling. */
export const relabelConfig: Shape = struct(
  {
    source_labels: list(labelName),
    separator: text,
    regex: text,
    modulus: count,
    target_label: text,
    replacement: text,
    action: text,
  },
  checkRelabeling,
);

function checkRelabeling(values: Values, path: string, reader: Reader): void {
  const texts = ['separator', 'regex', 'modulus', 'target_label', 'replacement', 'action'].map((name) =>
    values.text(name),
  );
  if (texts.includes(undefined) || values.node('source_labels')?.kind === 'unknown') {
    return;
  }
  const [separator, regex, modulus, targetLabel, replacement, action] = texts as string[];
  if (values.isGiven('action') && action === '') {
    reader.report(fieldOf(path, 'action'), 'is empty');
    return;
  }
  const sources = values.node('source_labels');
  const problems = refusedRelabelConfig(
    {
      sourceLabels: sources?.kind === 'list' ? sources.items.map((one) => (one.kind === 'scalar' ? one.text : '')) : [],
      sourceLabelsGiven: sources?.kind === 'list',
      separator: values.isGiven('separator') ? separator : undefined,
      regex: values.isGiven('regex') ? regex : '(.*)',
      regexGiven: values.isGiven('regex'),
      modulus: Number(modulus),
      targetLabel,
      replacement: values.isGiven('replacement') ? replacement : undefined,
      action,
    },
    reader.dialect,
  );
  for (const { field } of problems) {
    reader.report(fieldOf(path, NAMES[field] ?? field), `is not as the action "${actionText(action)}" needs it`);
  }
}

/** What it says is not cited, unless it is an action. */
function actionText(action: string): string {
  return /^[a-z]{4,9}$/i.test(action) ? action.toLowerCase() : action === '' ? 'replace' : '…';
}
