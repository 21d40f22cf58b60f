import { isPlainObject } from '../../private/plain-object';
import type { KubeObject } from '../../simulator/kube-object';
import { joinPath } from '../../simulator/operator/problem';
import { literalSecrets } from '../../stack/guard/literal-secrets';
import { parseValues } from '../parse-values';
import { type FoundSecret, isSecretKey } from './find-secrets';
import { isPlaceholder } from './secret-shapes';

const FIX = 'let the chart refer to a Secret: most have a value such as existingSecret.';

/** Of all charts, these keys are certain enough; `secretKey`, for one, is the name of a key more often than not. */
const CERTAIN_KEY = /pass(?:word|wd)$|token$|api_?key$|client_?secret$|private_?key$|secret_?access_?key$/i;

/** Finds secrets that are written out in values for a chart: of Argo CD, Flux, k3s and RKE2. */
export function chartSecrets(object: KubeObject): FoundSecret[] {
  return valuesOf(object).flatMap(({ field, values }) => {
    const data = typeof values === 'string' ? parsed(values) : values;
    return literalSecrets(data).flatMap(({ steps, path }) => {
      const last = String(steps[steps.length - 1]);
      const value = steps.reduce<any>((inner, step) => inner?.[step], data);
      if (!CERTAIN_KEY.test(last) || typeof value !== 'string' || isPlaceholder(value)) {
        return [];
      }
      const inText = typeof values === 'string';
      return {
        field: inText ? field : steps.reduce<string>(joinPath, field),
        message: `Value ${path} is written out.`,
        certain: false,
        fix: FIX,
      };
    });
  });
}

interface GivenValues {
  readonly field: string;
  readonly values: unknown;
}

function valuesOf({ kind, spec }: KubeObject): GivenValues[] {
  switch (kind) {
    case 'HelmRelease':
      return [{ field: 'spec.values', values: spec?.values }];
    case 'HelmChart':
    case 'HelmChartConfig':
      return [{ field: 'spec.valuesContent', values: spec?.valuesContent }];
    case 'Application':
      return valuesOfApplication(spec, 'spec');
    case 'ApplicationSet':
      return valuesOfApplication(spec?.template?.spec, 'spec.template.spec');
    default:
      return [];
  }
}

function valuesOfApplication(spec: any, field: string): GivenValues[] {
  const many: any[] = Array.isArray(spec?.sources) ? spec.sources : [];
  const sources = [
    { source: spec?.source, at: `${field}.source` },
    ...many.map((source, index) => ({ source, at: joinPath(`${field}.sources`, index) })),
  ];
  return sources.flatMap(({ source, at }) => {
    const helm = source?.helm;
    if (!isPlainObject(helm)) {
      return [];
    }
    const parameters: any[] = Array.isArray(helm.parameters) ? helm.parameters : [];
    return [
      { field: `${at}.helm.valuesObject`, values: helm.valuesObject },
      { field: `${at}.helm.values`, values: helm.values },
      ...parameters.flatMap((one, index) => {
        const key = String(one?.name ?? '')
          .split('.')
          .pop() as string;
        return isSecretKey(key)
          ? [{ field: joinPath(`${at}.helm.parameters`, index), values: { [key]: one.value } }]
          : [];
      }),
    ];
  });
}

function parsed(text: string): unknown {
  try {
    return parseValues(text);
  } catch {
    return undefined;
  }
}
