export const SELECTOR_FORMS = ['absent', 'empty', 'matchLabels', 'In', 'NotIn', 'Exists', 'DoesNotExist'] as const;

export type SelectorForm = (typeof SELECTOR_FORMS)[number];

/** Everything that a label selector asks for. */
export function selectorForms(selector: any): SelectorForm[] {
  if (selector === undefined || selector === null) {
    return ['absent'];
  }
  const expressions: any[] = selector.matchExpressions ?? [];
  const forms: SelectorForm[] = [
    ...(Object.keys(selector.matchLabels ?? {}).length > 0 ? (['matchLabels'] as const) : []),
    ...expressions.map(({ operator }) => operator),
  ];
  return forms.length === 0 ? ['empty'] : forms.filter((form) => SELECTOR_FORMS.includes(form));
}
